import { DISH, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import type { Column, MakeReport } from './report';

const ORDERS: Column = { name: 'order_count', label: 'Orders', kind: 'count', bar: true };

export const popularDishes: MakeReport = (results) => {
  const { verdicts, notes } = leadsOf(results, 'popular_dishes', 'count');
  return {
    name: 'popular_dishes',
    question: 'What is the most popular dish at each restaurant?',
    definition:
      'The five dishes ordered most at each restaurant: its order lines, or their quantities where the file has them.',
    blocks: [rankingsByRestaurant(results.tables.popular_dishes, DISH, ORDERS, verdicts), ...notes],
  };
};
