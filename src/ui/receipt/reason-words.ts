/** Why a record was rejected, and what a person can do about it. */
import { messages } from '../../i18n/locale';

interface ReasonWords {
  readonly name: string;
  readonly advice: string;
}

/** `reason`: as it stands in rejected_rows.csv. */
export function wordsOfReason(reason: string): ReasonWords {
  const known: Readonly<Record<string, ReasonWords>> = messages().found.reasons;
  return known[reason] ?? { name: reason, advice: '' };
}
