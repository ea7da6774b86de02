/** What lies behind a figure: the columns, the lines that were counted and those that were not. */
import { formatCount, formatNumberOf } from '../lib/format';
import type { Receipt, Rejects, TableHeader } from '../lib/receipt';
import type { Role } from '../lib/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { Text } from './report';

type Layout = Pick<TableHeader, 'header' | 'columns'> & {
  readonly priceIs: 'unit price' | 'line total';
};

/** What a load left behind, as far as it explains the figures. */
export interface Evidence {
  readonly results: Results;
  readonly receipt: Receipt;
  readonly rejects: Pick<Rejects, 'groups'>;
  readonly tables: readonly { readonly receipt: Receipt; readonly layout: Layout }[];
}

/** More are not named one by one. */
const FEW_COLUMNS = 3;
const FEW_REASONS = 6;

/** The column's name in the file, or its names where the files differ. */
export function columnText({ tables }: Evidence, role: Role): Text {
  const found = tables.flatMap(({ layout: { header, columns } }) => {
    const column = columns[role];
    return column === undefined ? [] : [header[column] ?? ''];
  });
  const names = [...new Set(found)];
  const few = names.slice(0, FEW_COLUMNS);
  const more = names.length - few.length;
  const listed = few.flatMap((name, index) => [
    ...(index === 0 ? [] : [index === few.length - 1 && more === 0 ? ' or ' : ', ']),
    { name },
  ]);
  return more > 0 ? [...listed, ` or ${formatNumberOf(more, 'other column')}`] : listed;
}

/** What is added up for revenue: `food_cost`, or `Price times Qty`. */
export function amountText(evidence: Evidence): Text {
  const price = columnText(evidence, 'price');
  const isMultiplied = ({ columns, priceIs }: Layout) =>
    columns.price !== undefined && columns.quantity !== undefined && priceIs === 'unit price';
  const which = whichFiles(evidence, isMultiplied);
  return which === null ? price : [...price, ' times ', ...columnText(evidence, 'quantity'), which];
}

/** How an order line counts as orders of its dish. */
export function ordersText(evidence: Evidence): Text {
  const which = whichFiles(evidence, ({ columns }) => columns.quantity !== undefined);
  if (which === null) return ['An order line is one order.'];
  const quantity = columnText(evidence, 'quantity');
  return which === ''
    ? ['An order line is as many orders as its ', ...quantity, ' says.']
    : ['An order line is one order, or as many as its ', ...quantity, ` says${which}.`];
}

/** Null where it is none of them, and nothing to say where it is all. */
function whichFiles({ tables }: Evidence, is: (layout: Layout) => boolean): string | null {
  const files = tables.filter(({ layout }) => is(layout)).length;
  if (files === 0) return null;
  if (files === tables.length) return '';
  return ` in ${formatCount(files)} of the ${formatNumberOf(tables.length, 'file')}`;
}

/** The kept order lines that a figure is made from, by the columns that it cannot do without. */
export function linesBehind(
  { tables, receipt }: Evidence,
  roles: readonly Role[],
  card: Scorecard | null,
): Text {
  const isCounted = ({ layout }: Evidence['tables'][number]) =>
    roles.every((role) => layout.columns[role] !== undefined);
  const counted = tables.filter(isCounted).reduce((sum, table) => sum + table.receipt.kept, 0);
  const columns = roles.map((role) => `a ${role} column`).join(' and ');
  const isAll = counted === receipt.kept;
  if (!card || card.restaurant === null || card.visits === receipt.kept) {
    return isAll
      ? [`All ${linesText(receipt.kept, 'kept')}.`]
      : [`${ofAll(counted, receipt)}: those of the files that have ${columns}.`];
  }
  return isAll
    ? [`${ofAll(card.visits, receipt)}: those of this restaurant.`]
    : [
        `Of this restaurant’s ${linesText(card.visits, 'kept')} those of the files that have ${columns}.`,
      ];
}

function ofAll(lines: number, { kept }: Receipt): string {
  return `${formatCount(lines)} of the ${linesText(kept, 'kept')}`;
}

export function linesText(lines: number, which: string): string {
  return formatNumberOf(lines, `${which} order line`);
}

/** What became of the records that are in no figure. */
export function leftOutText({ receipt: { read, rejected }, rejects }: Evidence): Text {
  const records = `${formatNumberOf(read, 'record')} read`;
  if (rejected === 0) return [`Nothing: of ${records}, none was rejected.`];
  const groups = rejects.groups.slice(0, FEW_REASONS);
  const reasons = groups.map(({ reason, records: own }) => `${reason} (${formatCount(own)})`);
  const more = rejects.groups.length - groups.length;
  if (more > 0) reasons.push(formatNumberOf(more, 'other reason'));
  const total = rejects.groups.reduce((sum, { records: own }) => sum + own, 0);
  const isTwice = total > rejected ? ' A record with several reasons is under each of them.' : '';
  return [`Of ${records}, ${formatCount(rejected)} rejected: ${reasons.join(', ')}.${isTwice}`];
}
