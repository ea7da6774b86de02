import { DISH, pickedDishes, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import type { Column, MakeReport } from './report';
import { inSentence } from './restaurants';

const ORDERS: Column = { name: 'order_count', label: 'Orders', kind: 'count', bar: true };

export const popularDishes: MakeReport = (results, { picked }) => {
  const { verdicts, notes } = leadsOf(results, 'popular_dishes', 'count', picked);
  return {
    name: 'popular_dishes',
    question: picked
      ? `What is the most popular dish at ${inSentence(picked.restaurant)}?`
      : 'What is the most popular dish at each restaurant?',
    definition: picked
      ? 'All dishes by how often they were ordered: by their order lines, or their quantities where the file has them.'
      : 'The five dishes ordered most at each restaurant: its order lines, or their quantities where the file has them.',
    blocks: [
      picked
        ? pickedDishes('Dishes by orders', picked.dishes, ORDERS, verdicts.get(picked.restaurant))
        : rankingsByRestaurant(results.tables.popular_dishes, DISH, ORDERS, verdicts),
      ...notes,
    ],
  };
};
