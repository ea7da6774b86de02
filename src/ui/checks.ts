import type { Review } from '../state/phase';

export type CheckResult = Review['checks'][number];

interface Words {
  /** The rule, as a sentence that is true where the check holds. */
  readonly rule: string;
  readonly whatToDo: string;
}

const REPORT_IT =
  'This is a fault of the page, not of your file: please report it, with what stands here.';

const ours = (rule: string): Words => ({ rule, whatToDo: REPORT_IT });

const WORDS: Readonly<Record<CheckResult['name'], Words>> = {
  records_are_kept_or_rejected: ours('Each record is either kept or rejected'),
  visits_reconcile: ours('The visits are the kept order lines'),
  revenue_reconciles: ours('The revenue is that of the kept order lines, however it is added up'),
  dish_sales_keys_are_unique: ours('Each dish of a restaurant is counted in one place'),
  customer_visits_keys_are_unique: ours('Each customer of a restaurant is counted in one place'),
  table_keys_are_unique: ours('No table has a row twice'),
  ranks_are_dense: ours('Ranks run 1, 2, 3 and so on, from the most to the least'),
  customers_visit_known_restaurants: ours('No customer visited more restaurants than there are'),
  totals_are_not_negative: {
    rule: 'No restaurant gave back more than it took',
    whatToDo:
      'The reports are as the file says. Look whether its refunds are refunds, and its prices have the right sign.',
  },
};

export function wordsOf({ name }: CheckResult): Words {
  return WORDS[name];
}
