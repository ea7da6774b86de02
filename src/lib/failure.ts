export interface FailureReport {
  /** `input`: the file is not what we need. `internal`: we, the browser or the network failed. */
  readonly fault: 'input' | 'internal';
  /** What is wrong, in a sentence. */
  readonly title: string;
  /** The file, and within it the line or the column. */
  readonly where?: string;
  /** What the user can do about it. */
  readonly hint: string;
  /** A way on from here, besides another file. */
  readonly wayOn?: 'match columns' | 'quotes as text';
  /** For a bug report: the technical message. */
  readonly details?: string;
}

/** The one error that the page knows how to show. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly report: FailureReport;

  constructor(report: FailureReport, options?: ErrorOptions) {
    super(report.title, options);
    this.report = report;
  }

  /** Any thrown value as a Failure; what is not one already is ours, not the user's. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    const details = thrown instanceof Error ? describe(thrown) : String(thrown);
    return new Failure(
      {
        fault: 'internal',
        title: 'Something went wrong on our side.',
        hint: 'Nothing is lost: try again, or reload the page. If it stays, please report it with the details below.',
        details,
      },
      { cause: thrown },
    );
  }
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${describe(error.cause)}` : '';
  return `${error.name}: ${error.message}${cause}`;
}
