/** The evidence for a figure: its columns, the lines counted, and the lines left out. */
import { messages } from '../i18n/locale';
import type { Receipt, Rejects, TableHeader } from '../domain/receipt';
import type { Role } from '../domain/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { Text } from './report';

type Layout = Pick<TableHeader, 'header' | 'columns'> & {
  readonly priceIs: 'unit price' | 'line total';
};

/** The parts of a load that explain figures. */
export interface Evidence {
  readonly results: Results;
  readonly receipt: Receipt;
  readonly rejects: Pick<Rejects, 'groups'>;
  readonly tables: readonly { readonly receipt: Receipt; readonly layout: Layout }[];
}

/** Columns named in a text; further ones are counted. */
const FEW_COLUMNS = 3;
const FEW_REASONS = 6;

/** The column's name in the file, or all its names if the files differ. */
export function columnText({ tables }: Evidence, role: Role): Text {
  const found = tables.flatMap(({ layout: { header, columns } }) => {
    const column = columns[role];
    return column === undefined ? [] : [header[column] ?? ''];
  });
  const names = [...new Set(found)];
  const few = names.slice(0, FEW_COLUMNS).map((name): Text => [{ name }]);
  return messages().explanations.columns(few, names.length - few.length);
}

/** What revenue adds up, such as `food_cost` or `Price times Qty`. */
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

/** How an order line counts as orders of its dish. */
export function ordersText(evidence: Evidence): Text {
  const { explanations: words } = messages();
  const which = whichFiles(evidence, ({ columns }) => columns.quantity !== undefined);
  return which === 'none'
    ? [words.oneOrder]
    : words.ordersByQuantity(columnText(evidence, 'quantity'), which);
}

/** Null if it applies to all files. */
function whichFiles({ tables }: Evidence, is: (layout: Layout) => boolean) {
  const files = tables.filter(({ layout }) => is(layout)).length;
  if (files === 0) return 'none';
  return files === tables.length ? null : { files, all: tables.length };
}

/** Counts the kept order lines behind a figure, by the columns it needs. */
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

/** Says why records are in no figure. */
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

/** Reasons are English identifiers in the models and in exported files. */
function nameOf(reason: string): string {
  const words: Readonly<Record<string, { readonly name: string }>> = messages().found.reasons;
  return words[reason]?.name ?? reason;
}
