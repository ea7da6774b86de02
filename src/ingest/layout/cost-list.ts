/** Whether a table of two columns is a list of what dishes cost to make, and no orders. */
import { columnsNamed, saysCost } from './header';
import type { Columns } from './layout';
import { profileOf } from './profile';

export interface CostListFound {
  readonly columns: Columns;
  /** False where orders may be meant: a person is asked, and orders are proposed. */
  readonly isSure: boolean;
}

/** A dish twice in a list is a slip, half of them twice are orders. */
const FEW = 5;
const SLIPS = 0.05;
const MOST_SLIPS = 0.5;

/**
 * Null where there is no dish and one number beside it. A list has each dish once, orders have it again
 * and again: that tells them apart where the name of the column is that of a price as well.
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
  const says = saysCost(header[price]!);
  const slips = Math.max(filled < FEW ? 0 : 1, SLIPS * filled);
  const most = { surely: MOST_SLIPS * filled, perhaps: slips, not: -1 }[says];
  return { columns: { dish, price }, isSure: repeated <= most };
}
