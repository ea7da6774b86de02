import { messages } from '../i18n/locale';
import { dishColumn, pickedDishes, rankingsByRestaurant } from './dishes';
import { leadsOf } from './leads';
import type { Column, MakeReport } from './report';
import { nameInTitle } from './restaurants';

export const popularDishes: MakeReport = (results, { picked }) => {
  const { verdicts, notes } = leadsOf(results, 'popular_dishes', 'count', picked);
  const { popularDishes: words, columns } = messages().reports;
  const orders: Column = { name: 'order_count', label: columns.orders, kind: 'count', bar: true };
  return {
    name: 'popular_dishes',
    question: words.question(picked && nameInTitle(picked.restaurant)),
    definition: picked ? words.definitionOfAll : words.definition,
    blocks: [
      picked
        ? pickedDishes(words.caption, picked.dishes, orders, verdicts.get(picked.restaurant))
        : rankingsByRestaurant(results.tables.popular_dishes, dishColumn(), orders, verdicts),
      ...notes,
    ],
  };
};
