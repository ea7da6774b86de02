import { expect, test } from 'vitest';
import { rawOrdersOf } from '../../../src/ui/receipt/raw-orders';
import { tablesOf, csvFile } from '../../support/engine';

async function ordersOf(text: string) {
  const [table] = await tablesOf([csvFile(text)]);
  return rawOrdersOf(table!.layout);
}

test('describes a layout for load_raw.sh', async () => {
  const text =
    'Umsätze im Mai\n\nFiliale;Bon;Gericht;Gast;Preis\nA;1;Tee;Ann;1,50\nB;2;Tee;Bob;2,50\n';
  expect(await ordersOf(text)).toEqual({
    columns: [
      { header: 'Filiale', role: 'restaurant' },
      { header: 'Bon', role: null },
      { header: 'Gericht', role: 'dish' },
      { header: 'Gast', role: 'customer' },
      { header: 'Preis', role: 'price' },
    ],
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    headerLines: 3,
    decimalMark: ',',
    priceIs: 'unit price',
    restaurant: null,
  });
});

test('carries the name of a restaurant without a column', async () => {
  expect(await ordersOf('dish,guest,price\ntea,Ann,1.50\n')).toMatchObject({
    restaurant: 'orders',
    columns: [{ role: 'dish' }, { role: 'customer' }, { role: 'price' }],
  });
});
