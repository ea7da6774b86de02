/** The reports of the page, in order. */
import { customerStats } from './customer-stats';
import { frequentVisitors } from './frequent-visitors';
import { popularDishes } from './popular-dishes';
import { profitableDishes } from './profitable-dishes';
import type { MakeReport } from './report';
import { restaurantStats } from './restaurant-stats';

export const REPORTS: readonly MakeReport[] = [
  restaurantStats,
  popularDishes,
  profitableDishes,
  customerStats,
  frequentVisitors,
];
