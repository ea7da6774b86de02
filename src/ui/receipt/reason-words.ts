/** Explains a rejection reason and says what to do. */
import { messages } from '../../i18n/locale';

interface ReasonWords {
  readonly name: string;
  readonly advice: string;
}

/** Takes a reason as `rejected_rows.csv` names it. */
export function wordsOfReason(reason: string): ReasonWords {
  const known: Readonly<Record<string, ReasonWords>> = messages().found.reasons;
  return known[reason] ?? { name: reason, advice: '' };
}
