/** The models behind each of the five tables, down to the order lines of the files. */
import { MARTS, PAGE_MARTS, ROLLUPS, SETUP, STAGING } from '.';
import type { Model } from './model';
import type { TableName } from './tables';
import { TOTAL_WORDS_MACRO } from './total-words';

/**
 * A table that the reader fills, or that passes rows on unchanged. The texts of the page describe
 * it.
 */
type GivenName =
  'reading' | 'raw_values' | 'raw_lines' | 'source_dish_sales' | 'source_customer_visits';

interface GivenStep {
  readonly name: GivenName;
  readonly grain: null;
  readonly models: readonly [];
  readonly reads: readonly Step[];
}

interface FilledStep {
  /** The table or view that the models fill, by the name that other models use for it. */
  readonly name: string;
  /** The meaning of one row, from the first line of the model. */
  readonly grain: string;
  readonly models: readonly Model[];
  readonly reads: readonly Step[];
}

export type Step = GivenStep | FilledStep;

export interface Lineage {
  readonly table: Step;
  /** All steps that the table depends on, in the order in which they run. */
  readonly standsOn: readonly Step[];
  /** The steps behind what the report shows besides its table. */
  readonly beside: readonly Step[];
}

function given(name: GivenName, reads: readonly Step[] = []): Step {
  return { name, grain: null, models: [], reads };
}

function filled(name: string, reads: readonly Step[], model: Model, ...more: Model[]): Step {
  return { name, grain: grainOf(model), models: [model, ...more], reads };
}

function grainOf({ sql }: Model): string {
  return sql.slice('-- '.length, sql.indexOf('\n'));
}

const functions = filled('functions', [], SETUP.macros, TOTAL_WORDS_MACRO);
const reading = given('reading');
const rawValues = given('raw_values');
const rawLines = given('raw_lines');
const names = filled('names', [functions, rawValues], STAGING.clean_names);
const prices = filled('prices', [functions, rawValues, reading], STAGING.clean_prices);
const quantities = filled('quantities', [functions, rawValues, reading], STAGING.clean_quantities);
const tellingValues = filled('telling_values', [names, prices, quantities], STAGING.telling_values);
const suspects = filled('suspects', [rawLines, tellingValues], STAGING.suspects);
const judgedLines = filled(
  'judged_lines',
  [suspects, names, prices, quantities, functions],
  STAGING.judged_lines,
);
const rejectedLines = filled('rejected_lines', [judgedLines], STAGING.rejected_lines);
const keptLines = filled('raw_lines', [rawLines, rejectedLines], STAGING.kept_lines);
const codedSales = filled(
  'coded_sales',
  [keptLines],
  ROLLUPS.coded_sales,
  ROLLUPS.merged_coded_sales,
);
const codedVisits = filled(
  'coded_visits',
  [keptLines, prices, quantities, functions],
  ROLLUPS.coded_visits,
  ROLLUPS.merged_coded_visits,
);
const namedSales = filled(
  'named_sales',
  [codedSales, prices, quantities, names, functions],
  ROLLUPS.named_sales,
);
const freshDishSales = filled(
  'fresh_dish_sales',
  [namedSales, reading, functions],
  ROLLUPS.fresh_dish_sales,
);
const freshCustomerVisits = filled(
  'fresh_customer_visits',
  [codedVisits, reading, names, functions],
  ROLLUPS.fresh_customer_visits,
);
const sourceDishSales = given('source_dish_sales', [freshDishSales]);
const sourceCustomerVisits = given('source_customer_visits', [freshCustomerVisits]);
const dishSales = filled('dish_sales', [sourceDishSales, functions], ROLLUPS.dish_sales);
const customerVisits = filled(
  'customer_visits',
  [sourceCustomerVisits, functions],
  ROLLUPS.customer_visits,
);

const TABLES: Readonly<Record<TableName, Step>> = {
  restaurant_stats: filled('restaurant_stats', [customerVisits], MARTS.restaurant_stats),
  popular_dishes: filled('popular_dishes', [dishSales], MARTS.popular_dishes),
  profitable_dishes: filled('profitable_dishes', [dishSales], MARTS.profitable_dishes),
  customer_stats: filled('customer_stats', [customerVisits], MARTS.customer_stats),
  frequent_visitors: filled('frequent_visitors', [customerVisits], MARTS.frequent_visitors),
};

const scorecards = filled(
  'scorecards',
  [sourceCustomerVisits, TABLES.customer_stats, TABLES.restaurant_stats],
  PAGE_MARTS.scorecards,
);
const visitedCounts = filled('visited_counts', [TABLES.customer_stats], PAGE_MARTS.visited_counts);
const contenders = filled(
  'contenders',
  [dishSales, customerVisits, TABLES.customer_stats],
  PAGE_MARTS.contenders,
);

const BESIDE: Readonly<Record<TableName, readonly Step[]>> = {
  restaurant_stats: [scorecards],
  popular_dishes: [contenders],
  profitable_dishes: [contenders],
  customer_stats: [visitedCounts, contenders],
  frequent_visitors: [contenders],
};

export function lineageOf(name: TableName): Lineage {
  const table = TABLES[name];
  const standsOn = new Set<Step>();
  const follow = (step: Step): void => {
    for (const read of step.reads) {
      follow(read);
      standsOn.add(read);
    }
  };
  follow(table);
  return { table, standsOn: [...standsOn], beside: BESIDE[name] };
}
