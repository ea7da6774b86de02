/** Says where a number comes from: its columns, the lines counted, and the lines left out. */
import { messages } from '../i18n/locale';
import type { Receipt, Rejects, TableHeader } from '../domain/receipt';
import type { Role } from '../domain/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { Text } from './report';

type Layout = Pick<TableHeader, 'header' | 'columns'> & {
  readonly priceIs: 'unit price' | 'line total';
};

/** The parts of a load that explain numbers. */
export interface Evidence {
  readonly results: Results;
  readonly receipt: Receipt;
  readonly rejects: Pick<Rejects, 'groups'>;
  readonly tables: readonly { readonly receipt: Receipt; readonly layout: Layout }[];
}

/** The most columns named in a text; the rest are only counted. */
const FEW_COLUMNS = 3;
const FEW_REASONS = 6;

/** Returns the name of a role's column, or all its names if the files differ. */
export function columnText({ tables }: Evidence, role: Role): Text {
  const found = tables.flatMap(({ layout: { header, columns } }) => {
    const column = columns[role];
    return column === undefined ? [] : [header[column] ?? ''];
  });
  const names = [...new Set(found)];
  const few = names.slice(0, FEW_COLUMNS).map((name): Text => [{ name }]);
  return messages().explanations.columns(few, names.length - few.length);
}

/** Says what revenue sums, such as `food_cost` or `Price times Qty`. */
export function amountText(evidence: Evidence): Text {
  const price = columnText(evidence, 'price');
  const which = whichFiles(
    evidence,
    ({ columns, priceIs }) =>
      columns.price !== undefined && columns.quantity !== undefined && priceIs === 'unit price',
  );
  if (which === 'none') return price;
  const quantity = columnText(evidence, 'quantity');
  return messages().explanations.timesQuantity(price, quantity, which);
}

/** Says how many orders of its dish an order line counts as. */
export function ordersText(evidence: Evidence): Text {
  const { explanations: words } = messages();
  const which = whichFiles(evidence, ({ columns }) => columns.quantity !== undefined);
  return which === 'none'
    ? [words.oneOrder]
    : words.ordersByQuantity(columnText(evidence, 'quantity'), which);
}

/** Returns the number of matching files, `none`, or null if all files match. */
function whichFiles({ tables }: Evidence, is: (layout: Layout) => boolean) {
  const files = tables.filter(({ layout }) => is(layout)).length;
  if (files === 0) return 'none';
  return files === tables.length ? null : { files, all: tables.length };
}

/** Says how many kept order lines are in a number that needs the columns `roles`. */
export function linesBehind(
  { tables, receipt: { kept } }: Evidence,
  roles: readonly Role[],
  card: Scorecard | null,
): Text {
  const { explanations: words } = messages();
  const isCounted = ({ layout }: Evidence['tables'][number]) =>
    roles.every((role) => layout.columns[role] !== undefined);
  const counted = tables.filter(isCounted).reduce((sum, table) => sum + table.receipt.kept, 0);
  const isAll = counted === kept;
  if (!card || card.restaurant === null || card.visits === kept) {
    return [isAll ? words.allLines(kept) : words.linesOfFiles(counted, kept, roles)];
  }
  return [
    isAll
      ? words.linesOfRestaurant(card.visits, kept)
      : words.linesOfRestaurantInFiles(card.visits, roles),
  ];
}

/** Says how many order lines were rejected, and why. */
export function leftOutText({ receipt: { read, rejected }, rejects }: Evidence): Text {
  const { explanations: words } = messages();
  if (rejected === 0) return [words.nothingLeftOut(read)];
  const reasons = rejects.groups
    .slice(0, FEW_REASONS)
    .map(({ reason, records }) => ({ reason: nameOf(reason), records }));
  const more = rejects.groups.length - reasons.length;
  const total = rejects.groups.reduce((sum, { records: own }) => sum + own, 0);
  return [words.leftOut(read, rejected, reasons, more, total > rejected)];
}

/**
 * Translates a rejection reason, which is an English identifier in the models and in exported
 * files.
 */
function nameOf(reason: string): string {
  const words: Readonly<Record<string, { readonly name: string }>> = messages().found.reasons;
  return words[reason]?.name ?? reason;
}
