import { describe, expect, test } from 'vitest';
import { CHARTS, recipes, tablesOf } from '../../../src/exports/bigquery/looker-recipe';
import { en } from '../../../src/i18n/messages/en';
import { ja } from '../../../src/i18n/messages/ja';
import { ROLES } from '../../../src/domain/roles';
import { TABLE_NAMES, TABLES } from '../../../src/sql/tables';

const NAME = 'the-restaurant-at-the-end-of-the-universe';
const written = (words: typeof en.looker, restaurant: string | null = NAME) =>
  new Map(
    recipes(ROLES, restaurant, words).map(({ name, settings }) => [
      name,
      settings.map(
        ({ term, value }) =>
          `${term}: ${value
            .map((part) =>
              typeof part === 'string' ? part : 'name' in part ? `<${part.name}>` : part.identifier,
            )
            .join('')}`,
      ),
    ]),
  );

test('the charts are the six of the original dashboard', () => {
  expect(CHARTS.map(({ name }) => name)).toEqual([
    'End of Universe Restaurant - Customer Count',
    'End of Universe Restaurant - Total Revenue',
    'Most Popular Dishes by Restaurant',
    'Most Profitable Dishes by Restaurant',
    'Top Customers by Restaurants Visited',
    'Most Frequent Visitors by Restaurant',
  ]);
});

test.each(CHARTS.map((chart) => [chart.name, chart] as const))(
  '%s names columns of its table, and adds up numbers only',
  (_, { source, dimensions, metric, filter, sort }) => {
    const columns: Readonly<Record<string, string>> = TABLES[source];
    const named = [...dimensions, ...sort.map(({ column }) => column), ...(filter ? [filter] : [])];
    for (const column of [...named, metric.column]) {
      expect(Object.hasOwn(columns, column), column).toBe(true);
    }
    expect(columns[metric.column]).toMatch(/^(count|money)/);
    // Sort columns must be on the chart.
    const drawn: string[] = [...dimensions, metric.column];
    for (const { column } of sort) expect(drawn).toContain(column);
  },
);

test('distinct customers are never summed', () => {
  const added = CHARTS.filter(({ metric }) => metric.aggregation === 'Sum');
  expect(added.map(({ metric }) => metric.column)).not.toContain('customer_count');
  expect(added.length).toBe(4);
  for (const { looker } of [en, ja]) {
    expect(looker.warningLabel).toContain('customer_count');
    expect(looker.warning).toContain('customer_stats');
  }
});

describe('in words', () => {
  test('a figure filters by the restaurant’s name in the data', () => {
    expect(written(en.looker).get('End of Universe Restaurant - Customer Count')).toEqual([
      'Chart: Scorecard',
      'Data source: restaurant_stats',
      'Metric: customer_count · Max',
      `Filter: Include · restaurant_names · Equal to (=) <${NAME}>`,
    ]);
    expect(written(en.looker, null).get('End of Universe Restaurant - Total Revenue')).toContain(
      `Filter: Include · restaurant_names · Equal to (=) ${en.looker.someRestaurant}`,
    );
  });

  test('a table has dimensions, order and rows', () => {
    expect(written(en.looker).get('Most Popular Dishes by Restaurant')).toEqual([
      'Chart: Table with bars',
      'Data source: popular_dishes',
      'Dimension: restaurant_names, popularity_rank, food_names',
      'Metric: order_count · Sum',
      'Sort: restaurant_names · Ascending',
      'Secondary sort: popularity_rank · Ascending',
      'Rows per page: 100',
    ]);
  });

  test('Japanese shows Looker Studio’s terms beside the English ones', () => {
    expect(written(ja.looker).get('Most Frequent Visitors by Restaurant')).toEqual([
      'Chart（グラフ）: Table with bars（表）',
      'Data source（データソース）: frequent_visitors',
      'Dimension（ディメンション）: restaurant_names, most_frequent_visitor',
      'Metric（指標）: visit_count · Sum（合計）',
      'Sort（並べ替え）: visit_count · Descending（降順）',
      'Secondary sort: restaurant_names · Ascending（昇順）',
      'Rows per page: 100',
    ]);
  });
});

describe('if files lack columns', () => {
  test.each([
    [ROLES, TABLE_NAMES],
    [
      ['restaurant', 'dish'],
      ['restaurant_stats', 'popular_dishes'],
    ],
    [
      ['restaurant', 'dish', 'price'],
      ['restaurant_stats', 'popular_dishes', 'profitable_dishes'],
    ],
    [
      ['restaurant', 'customer'],
      ['restaurant_stats', 'customer_stats', 'frequent_visitors'],
    ],
  ] as const)('%j make %j', (roles, tables) => {
    expect(tablesOf(roles)).toEqual(tables);
  });

  test('a chart says what is missing', () => {
    const missing = recipes(['restaurant', 'dish'], null, en.looker).map((each) => each.missing);
    expect(missing).toEqual([['customer'], ['price'], [], ['price'], ['customer'], ['customer']]);
    expect(recipes(['restaurant', 'customer'], null, en.looker)[3]?.missing).toEqual([
      'dish',
      'price',
    ]);
    expect(en.looker.missing(['dish', 'price'])).toBe(
      'Left out: your files have no dish and no price column.',
    );
  });
});
