/** The manifest: every model, in the order in which it runs. A test holds that no file is left out. */
import customerVisitsKeysAreUnique from './checks/customer_visits_keys_are_unique.sql?raw';
import dishSalesKeysAreUnique from './checks/dish_sales_keys_are_unique.sql?raw';
import recordsAreKeptOrRejected from './checks/records_are_kept_or_rejected.sql?raw';
import revenueReconciles from './checks/revenue_reconciles.sql?raw';
import tableKeysAreUnique from './checks/table_keys_are_unique.sql?raw';
import visitsReconcile from './checks/visits_reconcile.sql?raw';
import customerStats from './marts/customer_stats.sql?raw';
import frequentVisitors from './marts/frequent_visitors.sql?raw';
import popularDishes from './marts/popular_dishes.sql?raw';
import profitableDishes from './marts/profitable_dishes.sql?raw';
import restaurantStats from './marts/restaurant_stats.sql?raw';
import scorecards from './marts/scorecards.sql?raw';
import chunkCustomerVisits from './rollups/chunk_customer_visits.sql?raw';
import chunkDishSales from './rollups/chunk_dish_sales.sql?raw';
import chunkReceipt from './rollups/chunk_receipt.sql?raw';
import customerVisits from './rollups/customer_visits.sql?raw';
import dishSales from './rollups/dish_sales.sql?raw';
import schema from './schema.sql?raw';
import cleanNames from './staging/clean_names.sql?raw';
import cleanPrices from './staging/clean_prices.sql?raw';
import cleanQuantities from './staging/clean_quantities.sql?raw';
import keptLines from './staging/kept_lines.sql?raw';
import rejectedLines from './staging/rejected_lines.sql?raw';
import type { Model } from './model';
import type { TableName } from './tables';

export const SCHEMA: Model = { name: 'schema', sql: schema };

export const STAGING = {
  clean_names: { name: 'clean_names', sql: cleanNames },
  clean_prices: { name: 'clean_prices', sql: cleanPrices },
  clean_quantities: { name: 'clean_quantities', sql: cleanQuantities },
  kept_lines: { name: 'kept_lines', sql: keptLines },
  rejected_lines: { name: 'rejected_lines', sql: rejectedLines },
} satisfies Record<string, Model>;

export const ROLLUPS = {
  chunk_dish_sales: { name: 'chunk_dish_sales', sql: chunkDishSales },
  chunk_customer_visits: { name: 'chunk_customer_visits', sql: chunkCustomerVisits },
  chunk_receipt: { name: 'chunk_receipt', sql: chunkReceipt },
  dish_sales: { name: 'dish_sales', sql: dishSales },
  customer_visits: { name: 'customer_visits', sql: customerVisits },
} satisfies Record<string, Model>;

export const MARTS = {
  restaurant_stats: { name: 'restaurant_stats', sql: restaurantStats },
  popular_dishes: { name: 'popular_dishes', sql: popularDishes },
  profitable_dishes: { name: 'profitable_dishes', sql: profitableDishes },
  customer_stats: { name: 'customer_stats', sql: customerStats },
  frequent_visitors: { name: 'frequent_visitors', sql: frequentVisitors },
} satisfies Record<TableName, Model>;

export const SCORECARDS_MART: Model = { name: 'scorecards', sql: scorecards };

/** Invariants: each returns the rows that offend against it, in a column `offence`. */
export const CHECKS: readonly Model[] = [
  { name: 'records_are_kept_or_rejected', sql: recordsAreKeptOrRejected },
  { name: 'visits_reconcile', sql: visitsReconcile },
  { name: 'revenue_reconciles', sql: revenueReconciles },
  { name: 'dish_sales_keys_are_unique', sql: dishSalesKeysAreUnique },
  { name: 'customer_visits_keys_are_unique', sql: customerVisitsKeysAreUnique },
  { name: 'table_keys_are_unique', sql: tableKeysAreUnique },
];
