/** Tables made from lists of dish costs. They are only shown on the page. */
import type { Row, Spec } from '../lib/kinds';

/** Like `MENU`, by price minus cost. Dishes without a known cost come last. */
export const MENU_MARGINS = {
  restaurant: 'text?',
  dish: 'text',
  orders: 'count',
  average_price: 'money',
  cost: 'money?',
  /** Per order on average, and in total. */
  margin: 'money?',
  total_margin: 'money?',
  /** The numbers of dishes with a cost, of those included here, and of those without a cost. */
  dishes: 'count',
  drawn: 'count',
  without_cost: 'count',
  /** Dishes that cannot be placed, as in `MENU`. */
  left_out: 'count',
  /** Over all dishes with a cost; NULL if there are none. */
  menu_orders: 'count?',
  menu_margin: 'money?',
} as const satisfies Spec;

export const COST_FAULTS = {
  /** The cost list's number, and the physical line. */
  list: 'count',
  line: 'count',
  dish: 'text',
  cost: 'money',
  /** `negative`, or `several` if the dish has another cost too. */
  fault: 'text',
  /** The number of such faults in the list; only the first are included. */
  faults: 'count',
} as const satisfies Spec;

export type CostFault = Row<typeof COST_FAULTS>;
export type MenuMargin = Row<typeof MENU_MARGINS>;
