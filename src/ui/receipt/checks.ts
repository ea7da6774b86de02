import { messages } from '../../i18n/locale';
import type { Review } from '../../state/phase';

export type CheckResult = Review['checks'][number];

interface Words {
  /** A sentence that is true if the check passes. */
  readonly rule: string;
  readonly whatToDo: string;
}

export function wordsOf({ name }: CheckResult): Words {
  const { rules, theirFault, ourFault } = messages().found.checks;
  return {
    rule: rules[name],
    whatToDo: name === 'totals_are_not_negative' ? theirFault : ourFault,
  };
}
