import type { Column, Rankings, TableRow, Verdict } from './report';

/** The rows of a ranked table as a ranking per restaurant, in the order of the table. */
export function rankingsByRestaurant(
  rows: Iterable<TableRow & { readonly restaurant_names: string }>,
  item: Column,
  value: Column,
  verdicts: ReadonlyMap<string, Verdict>,
): Rankings {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const group = groups.get(row.restaurant_names);
    if (group) group.push(row);
    else groups.set(row.restaurant_names, [row]);
  }
  return {
    type: 'rankings',
    item,
    value,
    groups: Array.from(groups, ([title, own]) => {
      const verdict = verdicts.get(title);
      return { title, rows: own, ...(verdict && { verdict }) };
    }),
  };
}

export const DISH: Column = { name: 'food_names', label: 'Dish', kind: 'text' };
