import { formatCount, formatMoney, formatNumberOf } from '../lib/format';
import type { Contender, Picked, ResultsWithLeads, TableName } from '../sql/tables';
import type { Note, Text, Verdict } from './report';

/** As many are named at once; the others can be asked for. */
const FEW = 4;

const CHANCE: Note = {
  type: 'note',
  text: [
    'Too close to call: were another of these equal to the first in the long run, chance alone would still part them this far in more than one of twenty such files.',
  ],
};

interface Leads {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** What the verdicts mean, where it does not speak for itself. */
  readonly notes: readonly Note[];
}

/** Each restaurant whose first place is not clear, with why; with `picked` no other than that one. */
export function leadsOf(
  { contenders }: ResultsWithLeads,
  table: TableName,
  kind: 'count' | 'money',
  picked: Picked | null,
): Leads {
  const format = (total: bigint) =>
    kind === 'money' ? formatMoney(total) : formatCount(countOf(total));
  const verdicts = new Map<string, Verdict>();
  for (const [restaurant, rows] of placesOf(contenders, table)) {
    if (picked && restaurant !== picked.restaurant) continue;
    const isTied = rows[0]?.verdict === 'tied';
    const all = rows.map(({ name, total }) => ({ name, figure: isTied ? '' : format(total) }));
    const left = (rows[0]?.contenders ?? 0) - all.length;
    const shown = Math.min(all.length, all.length + left > FEW + 1 ? FEW : FEW + 1);
    const hidden = all.length - shown + left;
    verdicts.set(restaurant ?? '', {
      label: isTied ? 'tied' : 'too close to call',
      names: listOf(all.slice(0, shown), hidden),
      rest: hidden > 0 ? listOf(all.slice(shown), left) : [],
    });
  }
  const isClose = [...verdicts.values()].some(({ label }) => label === 'too close to call');
  return { verdicts, notes: isClose ? [CHANCE] : [] };
}

/** Who shares the first place of customer_stats, where more than one does. */
export function travellersNote(results: ResultsWithLeads): readonly Note[] {
  const { tables, visitedCounts, contenders } = results;
  const most = visitedCounts.at(visitedCounts.length - 1);
  if (!most || most.customers < 2) return [];
  const { restaurants_visited: visited, customers } = most;
  const who: Text =
    customers > FEW
      ? [`${formatNumberOf(customers, 'customer')}, the first of this table,`]
      : listOf(tables.customer_stats.slice(0, customers).map((row) => ({ name: row.first_name })));
  const where = `visited ${visitedOf(visited, tables.restaurant_stats.length)}: tied.`;
  return [
    {
      type: 'note',
      text: [...who, ` ${where}`, ...mostVisits(placesOf(contenders, 'customer_stats').get(null))],
    },
  ];
}

function mostVisits(rows: readonly Contender[] | undefined): Text {
  const [first] = rows ?? [];
  if (!rows || !first) return [];
  const named = rows.slice(0, FEW);
  const names = listOf(named, first.contenders - named.length);
  const visits = formatCount(countOf(first.total));
  return first.contenders === 1
    ? [' Of these, ', ...names, ` has the most visits: ${visits}.`]
    : [' Of these, ', ...names, ` have the most visits: ${visits} each.`];
}

function visitedOf(visited: number, restaurants: number): string {
  if (visited < restaurants) {
    return `${formatCount(visited)} of the ${formatCount(restaurants)} restaurants`;
  }
  if (restaurants === 1) return 'the one restaurant there is';
  return restaurants === 2 ? 'both restaurants' : `all ${formatCount(restaurants)} restaurants`;
}

function countOf(total: bigint): number {
  return Number(total / 100n);
}

function placesOf(
  contenders: Iterable<Contender>,
  table: TableName,
): Map<string | null, Contender[]> {
  const places = new Map<string | null, Contender[]>();
  for (const row of contenders) {
    if (row.table_name !== table) continue;
    const place = places.get(row.restaurant);
    if (place) place.push(row);
    else places.set(row.restaurant, [row]);
  }
  return places;
}

/** `A, B and C`, or `A, B and 4 more`. */
function listOf(names: readonly { name: string; figure?: string }[], more = 0): Text {
  const last = names.length - 1;
  const listed = names.flatMap(({ name, figure }, index) => [
    ...(index === 0 ? [] : [index === last && more === 0 ? ' and ' : ', ']),
    { name },
    ...(figure ? [` (${figure})`] : []),
  ]);
  return more > 0
    ? [...listed, `${listed.length > 0 ? ' and ' : ''}${formatCount(more)} more`]
    : listed;
}
