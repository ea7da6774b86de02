import type { Rows } from '../lib/kinds';
import { messages } from '../i18n/locale';
import type { Column, Rankings, Table, TableRow, Verdict } from './report';

/** The most restaurants shown, because a person cannot compare more side by side. */
const MOST_GROUPS = 500;

/**
 * Splits a ranked table, ordered by restaurant, into one ranking for each of the first restaurants.
 */
export function rankingsByRestaurant(
  rows: Rows<TableRow & { readonly restaurant_names: string }>,
  item: Column,
  value: Column,
  verdicts: ReadonlyMap<string, Verdict>,
): Rankings {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.restaurant_names);
    if (group) group.push(row);
    else if (groups.size === MOST_GROUPS) break;
    else groups.set(row.restaurant_names, [row]);
  }
  return {
    type: 'rankings',
    item,
    value,
    count: rows.length,
    groups: Array.from(groups, ([title, own]) => {
      const verdict = verdicts.get(title);
      return { title, rows: own, ...(verdict && { verdict }) };
    }),
  };
}

/** Lists all dishes of one restaurant, with the verdict on the first place. */
export function pickedDishes(
  caption: string,
  rows: Rows<TableRow & { readonly food_names: string }>,
  value: Column,
  verdict: Verdict | undefined,
): Table {
  const [first, dish] = [rows.at(0), dishColumn()];
  return {
    type: 'table',
    caption,
    columns: [dish, value],
    rows,
    ranking: value.name,
    ...(first &&
      verdict && {
        verdicts: { column: dish.name, of: new Map([[first.food_names, verdict]]) },
      }),
  };
}

export function dishColumn(): Column {
  const { dish: label } = messages().reports.columns;
  return { name: 'food_names', label, kind: 'text', names: 'dish' };
}
