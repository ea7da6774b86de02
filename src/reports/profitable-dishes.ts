import { DISH, rankingsByRestaurant } from './dishes';
import type { MakeReport } from './report';

export const profitableDishes: MakeReport = ({ tables }) => ({
  name: 'profitable_dishes',
  question: 'What is the most profitable dish at each restaurant?',
  definition:
    'Profitable means the highest revenue in all: the file says what guests paid, not what the dish cost to make.',
  blocks: [
    rankingsByRestaurant(tables.profitable_dishes, DISH, {
      name: 'total_revenue',
      label: 'Revenue',
      kind: 'money',
      bar: true,
    }),
  ],
});
