import { expect, test } from 'vitest';
import { csvFile, loadFiles, useEngine } from '../support/engine';

const db = useEngine();
const HEADER = 'restaurant_names,food_names,first_name,food_cost';

function orders(count: number, place: string): string[] {
  return Array.from({ length: count }, (_, n) => `${place},dish ${String(n % 3)},Guest,1.50`);
}

test('values of a discarded part are not known names', async () => {
  const lines = [
    HEADER,
    ...orders(5, 'Here'),
    `${HEADER},remark`,
    ...orders(5, 'Here').map((order) => `${order},none`),
    // These lines have as many columns as the first header, so a reader that starts here parses
    // them as orders.
    ...Array.from({ length: 8 }, (_, n) => `There,snack ${String(n)},Visitor ${String(n)},2`),
  ];
  const found = async (readers: number, chunkBytes: number) => {
    const data = await loadFiles(db, [csvFile(lines.join('\n'))], { readers, chunkBytes });
    return data.tables[0]!.findings.drifts;
  };
  const one = await found(1, 1_000_000);
  expect(one).toMatchObject([{ columns: 4, records: 8, table: null }]);
  for (const readers of [2, 4]) expect(await found(readers, 100)).toEqual(one);
});
