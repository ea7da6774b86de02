/** What is made from lists of what dishes cost: on the page alone. */
import type { Row, Spec } from '../lib/kinds';

/** As `MENU`, by what is left of a price without its cost; dishes without a known cost come after those with one. */
export const MENU_MARGINS = {
  restaurant: 'text?',
  dish: 'text',
  orders: 'count',
  average_price: 'money',
  cost: 'money?',
  /** Of an order on average, and of all of them. */
  margin: 'money?',
  total_margin: 'money?',
  /** Those with a cost, how many of these are here, and those without. */
  dishes: 'count',
  drawn: 'count',
  without_cost: 'count',
  /** Those without a place, as in `MENU`. */
  left_out: 'count',
  /** Of all dishes with a cost; NULL where there is none. */
  menu_orders: 'count?',
  menu_margin: 'money?',
} as const satisfies Spec;

export const COST_FAULTS = {
  /** The number of the cost list, and the physical line. */
  list: 'count',
  line: 'count',
  dish: 'text',
  cost: 'money',
  /** `negative`, or `several`: the dish has another cost too. */
  fault: 'text',
  /** How many there are of the kind in the list; the first are here. */
  faults: 'count',
} as const satisfies Spec;

export type CostFault = Row<typeof COST_FAULTS>;
export type MenuMargin = Row<typeof MENU_MARGINS>;
