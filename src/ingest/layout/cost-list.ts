import { columnsNamed, costCertainty } from './header';
import type { Columns } from './layout';
import { profileOf } from './profile';

export interface CostListFound {
  readonly columns: Columns;
  /** False if the table could also be orders. The mapping dialog then asks, and proposes orders. */
  readonly isSure: boolean;
}

/**
 * Limits for repeated dishes: a cost list can repeat a few by mistake, whereas orders repeat many.
 */
const MIN_DISHES_FOR_SLIPS = 5;
const TOLERATED_REPEATS = 0.05;
const MAX_REPEATS = 0.5;

/**
 * Recognises a table of one dish column and one numeric column as a possible cost list; returns
 * null for any other table. Orders repeat dishes, so the result is sure only if few dishes repeat.
 */
export function findCostList(
  header: readonly string[],
  records: readonly (readonly string[])[],
): CostListFound | null {
  const named = header.map((_, column) => column).filter((column) => header[column]!.trim() !== '');
  if (named.length !== 2) return null;
  const profiles = profileOf(records, header.length);
  const isNumeric = (column: number) => {
    const { filled, numbers } = profiles[column]!;
    return filled > 0 && numbers * 2 >= filled;
  };
  const dish = columnsNamed(header, 'dish').find((column) => !isNumeric(column));
  const price = named.find((column) => column !== dish && isNumeric(column));
  if (dish === undefined || price === undefined) return null;
  const { filled, distinct } = profiles[dish]!;
  const repeated = filled - distinct;
  const certainty = costCertainty(header[price]!);
  const tolerated = Math.max(filled < MIN_DISHES_FOR_SLIPS ? 0 : 1, TOLERATED_REPEATS * filled);
  const maxRepeated = { surely: MAX_REPEATS * filled, perhaps: tolerated, not: -1 }[certainty];
  return { columns: { dish, price }, isSure: repeated <= maxRepeated };
}
