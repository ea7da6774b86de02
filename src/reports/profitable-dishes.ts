import { messages } from '../i18n/locale';
import { dishColumn, pickedDishes, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import { menuBlocks } from './menu-margins';
import type { Column, MakeReport } from './report';
import { nameInTitle } from './restaurants';

export const profitableDishes: MakeReport = (results, { restaurant, picked }) => {
  const { verdicts, notes } = leadsOf(results, 'profitable_dishes', 'money', picked);
  const { profitableDishes: words, columns } = messages().reports;
  const revenue: Column = {
    name: 'total_revenue',
    label: columns.revenue,
    kind: 'money',
    bar: true,
  };
  return {
    name: 'profitable_dishes',
    question: words.question(picked && nameInTitle(picked.restaurant)),
    definition: words.definition,
    blocks: [
      picked
        ? pickedDishes(words.caption, picked.revenues, revenue, verdicts.get(picked.restaurant))
        : rankingsByRestaurant(results.tables.profitable_dishes, dishColumn(), revenue, verdicts),
      ...notes,
      ...menuBlocks(results, restaurant),
    ],
  };
};
