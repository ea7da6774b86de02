import type { FailureId, FailureValues, OurFailureId, PlainFailureId } from './failures';

type Happened = {
  [Id in FailureId]: Id extends PlainFailureId
    ? { readonly what: Id; readonly with?: never }
    : { readonly what: Id; readonly with: FailureValues<Id> };
}[FailureId];

/** Files that were left out beside others that were read, each with why. */
interface LeftOut {
  readonly what: 'files left out';
  readonly with: { readonly refused: readonly FailureReport[] };
}

/** A file or a folder, and within it the line or the sheet; or several files. */
export type Where =
  | {
      readonly file: string;
      readonly line?: number;
      /** And the lines after it. */
      readonly isAndOn?: boolean;
      readonly sheet?: string;
    }
  | { readonly files: readonly string[] };

interface Circumstances {
  /** `input`: the file is not what we need. `internal`: we, the browser or the network failed. */
  readonly fault: 'input' | 'internal';
  readonly where?: Where;
  /** A way on from here, besides another file. */
  readonly wayOn?: 'match columns' | 'quotes as text' | 'reload page' | 'read again';
  /** For a bug report: the technical message. */
  readonly details?: string;
}

/**
 * What happened, as data: it crosses workers, and `failure-words.ts` puts it into the language of
 * the page where it is shown.
 */
export type FailureReport = Circumstances & (Happened | LeftOut);

/** The one error that the page knows how to show. Its message is for logs. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly report: FailureReport;

  constructor(report: FailureReport, options?: ErrorOptions) {
    super(technically(report), options);
    this.report = report;
  }

  /** Any thrown value as a Failure; what is not one already is ours, not the user's. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    const what = isOutOfMemory(thrown) ? 'out of memory' : 'unexpected';
    return Failure.ours(what, thrown);
  }

  /** Ours, the browser's or the network's, with what was thrown for a bug report. */
  static ours(what: OurFailureId, thrown: unknown, wayOn?: Circumstances['wayOn']): Failure {
    const details = thrown instanceof Error ? describe(thrown) : String(thrown);
    return new Failure(
      { fault: 'internal', what, details, ...(wayOn && { wayOn }) },
      { cause: thrown },
    );
  }
}

/** What engines and browsers call it: DuckDB, its allocator, V8, SpiderMonkey and JavaScriptCore. */
const OUT_OF_MEMORY = /out of memory|bad_alloc|allocat(e|ion)|enlarge memory|\bOOM\b/i;

/** Whether it, or what caused it, is that there was no more memory. */
export function isOutOfMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return OUT_OF_MEMORY.test(thrown.message) || isOutOfMemory(thrown.cause);
}

/** `no orders {"line":1,…} in {"file":"a.csv"}: …` */
function technically({ what, with: values, where, details }: FailureReport): string {
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
