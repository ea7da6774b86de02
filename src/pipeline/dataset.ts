import type { Receipt, Reject } from '../lib/receipt';
import type { Results } from '../sql/tables';

export interface CheckResult {
  readonly name: string;
  /** What the check found against its rule; empty where it holds. */
  readonly offences: readonly string[];
}

/** What a load leaves behind: everything on the page and in the downloads is made from it. */
export interface Dataset {
  /** Names of the files, in the order in which they were read. */
  readonly sources: readonly string[];
  readonly receipt: Receipt;
  readonly rejects: readonly Reject[];
  readonly results: Results;
  readonly checks: readonly CheckResult[];
}
