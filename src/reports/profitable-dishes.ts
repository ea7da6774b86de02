import { DISH, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import type { Column, MakeReport } from './report';

const REVENUE: Column = { name: 'total_revenue', label: 'Revenue', kind: 'money', bar: true };

export const profitableDishes: MakeReport = (results) => {
  const { verdicts, notes } = leadsOf(results, 'profitable_dishes', 'money');
  return {
    name: 'profitable_dishes',
    question: 'What is the most profitable dish at each restaurant?',
    definition:
      'Profitable means the highest revenue in all: the file says what guests paid, not what the dish cost to make.',
    blocks: [
      rankingsByRestaurant(results.tables.profitable_dishes, DISH, REVENUE, verdicts),
      ...notes,
    ],
  };
};
