/** Tables made from lists of dish costs. They are only shown on the page. */
import type { Row, Spec } from '../lib/kinds';

/**
 * The menu by margin, which is price minus cost. Its rows are like those of `MENU`, but dishes
 * without a known cost come last.
 */
export const MENU_MARGINS = {
  restaurant: 'text?',
  dish: 'text',
  orders: 'count',
  average_price: 'money',
  cost: 'money?',
  /** `margin` is the average per order, and `total_margin` the sum over all orders. */
  margin: 'money?',
  total_margin: 'money?',
  /**
   * `dishes` counts all dishes with a cost, `drawn` the included ones, and `without_cost` the
   * dishes without a cost.
   */
  dishes: 'count',
  drawn: 'count',
  without_cost: 'count',
  /** The number of dishes that cannot be placed, as in `MENU`. */
  left_out: 'count',
  /** The sums over all dishes with a cost; NULL if there are none. */
  menu_orders: 'count?',
  menu_margin: 'money?',
} as const satisfies Spec;

export const COST_FAULTS = {
  /** The number of the cost list, and the physical line in it. */
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
