import { DISH, pickedDishes, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import { menuBlocks } from './menu-margins';
import type { Column, MakeReport } from './report';
import { inSentence } from './restaurants';

const REVENUE: Column = { name: 'total_revenue', label: 'Revenue', kind: 'money', bar: true };

export const profitableDishes: MakeReport = (results, { restaurant, picked }) => {
  const { verdicts, notes } = leadsOf(results, 'profitable_dishes', 'money', picked);
  return {
    name: 'profitable_dishes',
    question: picked
      ? `What is the most profitable dish at ${inSentence(picked.restaurant)}?`
      : 'What is the most profitable dish at each restaurant?',
    definition:
      'Profitable means the highest revenue in all: the file says what guests paid, not what the dish cost to make.',
    blocks: [
      picked
        ? pickedDishes(
            'Dishes by revenue',
            picked.revenues,
            REVENUE,
            verdicts.get(picked.restaurant),
          )
        : rankingsByRestaurant(results.tables.profitable_dishes, DISH, REVENUE, verdicts),
      ...notes,
      ...menuBlocks(results, restaurant),
    ],
  };
};
