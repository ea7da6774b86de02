import { expect, test } from 'vitest';
import { lookerGuide } from '../../../src/exports/bigquery/looker-guide';
import { CHARTS } from '../../../src/exports/bigquery/looker-recipe';
import { NO_RESULTS, type TableRows } from '../../../src/sql/tables';

const NAME = 'The `Restaurant` at the ``End`` of the Universe';

function tablesWith(...names: string[]): TableRows {
  return {
    ...NO_RESULTS.tables,
    restaurant_stats: names.map((restaurant_names) => ({
      restaurant_names,
      customer_count: 2n,
      total_revenue: 150n,
    })),
    customer_stats: [
      { first_name: 'Zqxqz', restaurants_visited: 1n, most_visited_restaurant: names[0]! },
    ],
    frequent_visitors: [
      { restaurant_names: names[0]!, most_frequent_visitor: 'Zqxqz', visit_count: 1n },
    ],
  } as unknown as TableRows;
}

const sectionsOf = (text: string) =>
  new Map(
    text
      .split(/^## \d\. /m)
      .slice(1)
      .map((section) => [section.split('\n')[0]!, section] as const),
  );

test('the guide has a section per chart and the restaurant’s name', () => {
  const { name, text } = lookerGuide({ ...NO_RESULTS, tables: tablesWith('A', NAME) });
  expect(name).toBe('looker_studio.md');
  expect(text.endsWith('.\n')).toBe(true);
  expect(text).toContain('Data Studio');
  expect(text).toContain('Never add up customer_count.');
  const sections = sectionsOf(text);
  expect([...sections.keys()]).toEqual(CHARTS.map((chart) => chart.name));
  const count = sections.get('End of Universe Restaurant - Customer Count');
  expect(count).toContain(
    '- Filter: Include · `restaurant_names` · Equal to (=) ' + `\`\`\`${NAME}\`\`\``,
  );
  expect(count).toContain('- Metric: `customer_count` · Max');
});

test('its link has the available tables and two placeholders', () => {
  const { text } = lookerGuide({ roles: ['restaurant', 'dish'], tables: tablesWith('A', 'B') });
  const link = new URL(/https:\S+/.exec(text)![0]);
  expect(link.searchParams.get('ds.ds1.tableId')).toBe('popular_dishes');
  expect(link.searchParams.has('ds.ds2.tableId')).toBe(false);
  expect(link.searchParams.get('ds.ds0.projectId')).toBe('PROJECT');
  expect(link.searchParams.get('ds.ds0.datasetId')).toBe('DATASET');
  expect(sectionsOf(text).get('Top Customers by Restaurants Visited')).toContain(
    'Left out: your files have no customer column.',
  );
});

test('it names no customer', () => {
  expect(lookerGuide({ ...NO_RESULTS, tables: tablesWith(NAME) }).text).not.toContain('Zqxqz');
});
