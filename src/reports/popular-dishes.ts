import { DISH, rankingsByRestaurant } from './dishes';
import type { MakeReport } from './report';

export const popularDishes: MakeReport = ({ tables }) => ({
  name: 'popular_dishes',
  question: 'What is the most popular dish at each restaurant?',
  definition:
    'The five dishes ordered most at each restaurant: its order lines, or their quantities where the file has them.',
  blocks: [
    rankingsByRestaurant(tables.popular_dishes, DISH, {
      name: 'order_count',
      label: 'Orders',
      kind: 'count',
      bar: true,
    }),
  ],
});
