import { expect, test } from 'vitest';
import { inspect } from '../../src/ingest/layout/inspect';
import { concatenateTexts, repeatedTexts } from '../../src/lib/text-column';
import { csvSource } from '../support/engine';

test.each([0, 1, 2, 3, 7, 100])(
  'a text repeated %i times is encoded like separate texts',
  (times) => {
    const runs = [['dish', times] as const, ['', 2] as const, ['customer', 3] as const];
    const texts = runs.flatMap(([text, count]) => new Array<string>(count).fill(text));
    expect(repeatedTexts(runs)).toEqual(concatenateTexts(texts));
  },
);

test('a stored mapping with duplicate or missing columns is ignored', async () => {
  const source = csvSource('restaurant_names,food_names,first_name,food_cost\nA,tea,Bob,1\n');
  const own = (await inspect(source)).layout.columns;
  for (const columns of [{ dish: 1, customer: 1 }, { dish: 4 }, { dish: -1 }, { dish: 0.5 }]) {
    expect((await inspect(source, { columns })).layout.columns).toEqual(own);
  }
  expect((await inspect(source, { columns: { dish: 0 } })).layout.columns).toEqual({ dish: 0 });
});
