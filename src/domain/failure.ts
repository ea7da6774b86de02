import type { FailureId, FailureValues, InternalFailureId, PlainFailureId } from './failures';

type KnownFailure = {
  [Id in FailureId]: Id extends PlainFailureId
    ? { readonly what: Id; readonly with?: never }
    : { readonly what: Id; readonly with: FailureValues<Id> };
}[FailureId];

interface SkippedFiles {
  readonly what: 'files left out';
  readonly with: { readonly refused: readonly FailureReport[] };
}

export type Where =
  | {
      readonly file: string;
      readonly line?: number;
      /** Whether the failure also affects the lines after `line`. */
      readonly affectsLaterLines?: boolean;
      readonly sheet?: string;
    }
  | { readonly files: readonly string[] };

interface FailureContext {
  /** `input`: the file is unsuitable. `internal`: the page, browser or network failed. */
  readonly fault: 'input' | 'internal';
  readonly where?: Where;
  readonly wayOn?: 'match columns' | 'quotes as text' | 'reload page' | 'read again';
  readonly details?: string;
}

/**
 * A failure as plain data, so that a worker can post it. `failure-words.ts` puts it into words for
 * the page.
 */
export type FailureReport = FailureContext & (KnownFailure | SkippedFiles);

/**
 * The only kind of error that the page shows to the user. Its `message` is technical and only for
 * logs.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly report: FailureReport;

  constructor(report: FailureReport, options?: ErrorOptions) {
    super(technicalMessage(report), options);
    this.report = report;
  }

  /** Converts any thrown value to a Failure; other errors become internal failures. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    const what = isOutOfMemory(thrown) ? 'out of memory' : 'unexpected';
    return Failure.internal(what, thrown);
  }

  static internal(
    what: InternalFailureId,
    thrown: unknown,
    wayOn?: FailureContext['wayOn'],
  ): Failure {
    const details = thrown instanceof Error ? describe(thrown) : String(thrown);
    return new Failure(
      { fault: 'internal', what, details, ...(wayOn && { wayOn }) },
      { cause: thrown },
    );
  }
}

/**
 * Matches the out-of-memory messages of DuckDB, its allocator, V8, SpiderMonkey and JavaScriptCore.
 */
const OUT_OF_MEMORY = /out of memory|bad_alloc|allocat(e|ion)|enlarge memory|\bOOM\b/i;

export function isOutOfMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return OUT_OF_MEMORY.test(thrown.message) || isOutOfMemory(thrown.cause);
}

/** Formats a message for logs, such as `no orders {"line":1,…} in {"file":"a.csv"}: …`. */
function technicalMessage({ what, with: values, where, details }: FailureReport): string {
  return [
    what,
    values ? ` ${JSON.stringify(values)}` : '',
    where ? ` in ${JSON.stringify(where)}` : '',
    details === undefined ? '' : `: ${details}`,
  ].join('');
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${describe(error.cause)}` : '';
  return `${error.name}: ${error.message}${cause}`;
}
