/** The manifest: all models in the order in which they run. A test finds unlisted files. */
import customer_visits_keys_are_unique from './checks/customer_visits_keys_are_unique.sql?raw';
import customers_visit_known_restaurants from './checks/customers_visit_known_restaurants.sql?raw';
import dish_sales_keys_are_unique from './checks/dish_sales_keys_are_unique.sql?raw';
import ranks_are_dense from './checks/ranks_are_dense.sql?raw';
import records_are_kept_or_rejected from './checks/records_are_kept_or_rejected.sql?raw';
import revenue_reconciles from './checks/revenue_reconciles.sql?raw';
import table_keys_are_unique from './checks/table_keys_are_unique.sql?raw';
import totals_are_not_negative from './checks/totals_are_not_negative.sql?raw';
import visits_reconcile from './checks/visits_reconcile.sql?raw';
import cost_faults from './costs/cost_faults.sql?raw';
import dish_costs from './costs/dish_costs.sql?raw';
import listed_costs from './costs/listed_costs.sql?raw';
import alike_groups from './hints/alike_groups.sql?raw';
import alike_names from './hints/alike_names.sql?raw';
import known_names from './hints/known_names.sql?raw';
import named from './hints/named.sql?raw';
import outlying_prices from './hints/outlying_prices.sql?raw';
import repeated_lines from './hints/repeated_lines.sql?raw';
import small_restaurants from './hints/small_restaurants.sql?raw';
import suspected from './hints/suspected.sql?raw';
import likening from './likening.sql?raw';
import macros from './macros.sql?raw';
import contenders from './marts/contenders.sql?raw';
import customer_stats from './marts/customer_stats.sql?raw';
import frequent_visitors from './marts/frequent_visitors.sql?raw';
import menu from './marts/menu.sql?raw';
import menu_dishes from './marts/menu_dishes.sql?raw';
import menu_margins from './marts/menu_margins.sql?raw';
import popular_dishes from './marts/popular_dishes.sql?raw';
import profitable_dishes from './marts/profitable_dishes.sql?raw';
import restaurant_stats from './marts/restaurant_stats.sql?raw';
import scorecards from './marts/scorecards.sql?raw';
import visited_counts from './marts/visited_counts.sql?raw';
import customer_everywhere from './picked/customer_everywhere.sql?raw';
import customer_places from './picked/customer_places.sql?raw';
import customer_ties from './picked/customer_ties.sql?raw';
import dish_places from './picked/dish_places.sql?raw';
import picked_dishes from './picked/picked_dishes.sql?raw';
import picked_revenues from './picked/picked_revenues.sql?raw';
import picked_travellers from './picked/picked_travellers.sql?raw';
import picked_visitors from './picked/picked_visitors.sql?raw';
import sold_dishes from './picked/sold_dishes.sql?raw';
import coded_sales from './rollups/coded_sales.sql?raw';
import coded_visits from './rollups/coded_visits.sql?raw';
import customer_visits from './rollups/customer_visits.sql?raw';
import dish_sales from './rollups/dish_sales.sql?raw';
import fresh_customer_visits from './rollups/fresh_customer_visits.sql?raw';
import fresh_dish_prices from './rollups/fresh_dish_prices.sql?raw';
import fresh_dish_sales from './rollups/fresh_dish_sales.sql?raw';
import kept from './rollups/kept.sql?raw';
import merged_coded_sales from './rollups/merged_coded_sales.sql?raw';
import merged_coded_visits from './rollups/merged_coded_visits.sql?raw';
import named_sales from './rollups/named_sales.sql?raw';
import tidied from './rollups/tidied.sql?raw';
import schema from './schema.sql?raw';
import clean_names from './staging/clean_names.sql?raw';
import clean_prices from './staging/clean_prices.sql?raw';
import clean_quantities from './staging/clean_quantities.sql?raw';
import judged_lines from './staging/judged_lines.sql?raw';
import kept_lines from './staging/kept_lines.sql?raw';
import rejected_lines from './staging/rejected_lines.sql?raw';
import suspects from './staging/suspects.sql?raw';
import telling_values from './staging/telling_values.sql?raw';
import { models, type Model } from './model';
import type { CheckName } from './tables';

export const SETUP = models({ macros, likening, schema });

export const STAGING = models({
  clean_names,
  clean_prices,
  clean_quantities,
  telling_values,
  suspects,
  judged_lines,
  rejected_lines,
  kept_lines,
});

export const ROLLUPS = models({
  coded_sales,
  coded_visits,
  merged_coded_sales,
  merged_coded_visits,
  named_sales,
  kept,
  tidied,
  fresh_dish_sales,
  fresh_customer_visits,
  fresh_dish_prices,
  dish_sales,
  customer_visits,
});

/** The five result tables. */
export const MARTS = models({
  restaurant_stats,
  popular_dishes,
  profitable_dishes,
  customer_stats,
  frequent_visitors,
});

/** Tables shown beside the five; never exported. */
export const PAGE_MARTS = models({ scorecards, visited_counts, contenders, menu_dishes, menu });

/**
 * Dish costs and the menu by margin. They do not affect the five result tables and are never
 * exported.
 */
export const COSTS = models({ listed_costs, dish_costs, cost_faults, menu_margins });

/**
 * Details of the restaurant in the table `picked` or of the name in the table `subject`, and all
 * dishes.
 */
export const PICKED = models({
  picked_dishes,
  picked_revenues,
  picked_travellers,
  picked_visitors,
  customer_ties,
  dish_places,
  customer_places,
  customer_everywhere,
  sold_dishes,
});

/** Hints for the user, which change nothing. `suspected` says which kinds are worth a search. */
export const HINTS = models({
  named,
  alike_groups,
  suspected,
  outlying_prices,
  small_restaurants,
  alike_names,
  repeated_lines,
  known_names,
});

/** The rules that are checked. Each model returns the offending rows in a column `offence`. */
export const CHECKS: Readonly<Record<CheckName, Model>> = models({
  records_are_kept_or_rejected,
  visits_reconcile,
  revenue_reconciles,
  dish_sales_keys_are_unique,
  customer_visits_keys_are_unique,
  table_keys_are_unique,
  ranks_are_dense,
  customers_visit_known_restaurants,
  totals_are_not_negative,
});
