import { Failure, type FailureReport } from '../../src/domain/failure';
import { inWords } from '../../src/i18n/failure-words';

/** A failure as an English reader sees it. */
export interface Told extends Pick<FailureReport, 'fault' | 'wayOn' | 'details'> {
  readonly title: string;
  readonly where?: string;
  readonly hint: string;
}

export function told({ fault, wayOn, details, ...report }: FailureReport): Told {
  const { title, where, hint } = inWords({ fault, ...report });
  return {
    fault,
    title,
    hint,
    ...(where !== null && { where }),
    ...(wayOn && { wayOn }),
    ...(details !== undefined && { details }),
  };
}

/** Returns the words of the failure that a promise rejects with. */
export async function toldOf(failing: Promise<unknown>): Promise<Told> {
  const error: unknown = await failing.then(
    () => new Error('nothing went wrong'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw error;
  return told(error.report);
}
