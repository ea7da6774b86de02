/** Explains a rejection reason and says what to do. */
import { messages } from '../../i18n/locale';

interface ReasonWords {
  readonly name: string;
  readonly advice: string;
}

/** Returns the words for a reason, given its name in rejected_rows.csv. */
export function wordsOfReason(reason: string): ReasonWords {
  const known: Readonly<Record<string, ReasonWords>> = messages().found.reasons;
  return known[reason] ?? { name: reason, advice: '' };
}
