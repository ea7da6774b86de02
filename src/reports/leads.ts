import { formatCount, formatMoney } from '../i18n/format';
import { messages } from '../i18n/locale';
import type { Contender, Picked, ResultsWithLeads, TableName } from '../sql/tables';
import type { Note, Text, Verdict } from './report';

/** The most names shown at first; the rest are shown on request. */
const FEW = 4;

interface Leads {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly notes: readonly Note[];
}

/** Returns a verdict for each restaurant whose first place is not clear, or only for `picked`. */
export function leadsOf(
  { contenders }: ResultsWithLeads,
  table: TableName,
  kind: 'count' | 'money',
  picked: Picked | null,
): Leads {
  const format = (total: bigint) =>
    kind === 'money' ? formatMoney(total) : formatCount(countOf(total));
  const { leads: words } = messages().reports;
  const list = table === 'frequent_visitors' ? words.customers : words.dishes;
  const verdicts = new Map<string, Verdict>();
  for (const [restaurant, rows] of placesOf(contenders, table)) {
    if (picked && restaurant !== picked.restaurant) continue;
    const isTied = rows[0]?.verdict === 'tied';
    const all = rows.map(({ name, total }): Text =>
      isTied ? [{ name }] : words.withFigure([{ name }], format(total)),
    );
    const left = (rows[0]?.contenders ?? 0) - all.length;
    const shown = Math.min(all.length, all.length + left > FEW + 1 ? FEW : FEW + 1);
    const hidden = all.length - shown + left;
    verdicts.set(restaurant ?? '', {
      kind: isTied ? 'tied' : 'close',
      label: isTied ? words.tied : words.close,
      names: list(all.slice(0, shown), hidden),
      rest: hidden > 0 ? list(all.slice(shown), left) : [],
    });
  }
  const isClose = [...verdicts.values()].some(({ kind: own }) => own === 'close');
  return { verdicts, notes: isClose ? [{ type: 'note', text: [words.chance] }] : [] };
}

/** Names the customers who share the first place of customer_stats. */
export function travellersNote(results: ResultsWithLeads): readonly Note[] {
  const { tables, visitedCounts, contenders } = results;
  const most = visitedCounts.at(visitedCounts.length - 1);
  if (!most || most.customers < 2) return [];
  const { restaurants_visited: visited, customers } = most;
  const { leads: words } = messages().reports;
  const who =
    customers > FEW
      ? words.firstOf(customers)
      : words.customers(
          tables.customer_stats.slice(0, customers).map(({ first_name: name }) => [{ name }]),
          0,
        );
  const visits = mostVisits(placesOf(contenders, 'customer_stats').get(null) ?? []);
  const text = words.travellers(who, visited, tables.restaurant_stats.length, visits);
  return [{ type: 'note', text }];
}

function mostVisits(rows: readonly Contender[]) {
  const [first] = rows;
  if (!first) return null;
  const named = rows.slice(0, FEW).map(({ name }): Text => [{ name }]);
  return {
    names: messages().reports.leads.customers(named, first.contenders - named.length),
    customers: first.contenders,
    visits: countOf(first.total),
  };
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
