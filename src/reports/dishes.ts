import type { Rankings, TableRow, Column } from './report';

/** The rows of a ranked table as a ranking per restaurant, in the order of the table. */
export function rankingsByRestaurant(
  rows: Iterable<TableRow & { readonly restaurant_names: string }>,
  item: Column,
  value: Column,
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
    groups: Array.from(groups, ([title, own]) => ({ title, rows: own })),
  };
}

export const DISH: Column = { name: 'food_names', label: 'Dish', kind: 'text' };
