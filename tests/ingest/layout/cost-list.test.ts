import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import { csvSource } from '../../support/engine';

const look = async (text: string) => (await inspect(csvSource(text))).costs;
const COSTS = ['tea', 'soup', 'rice', 'bread'];
const list = (header: string, delimiter = ',') =>
  [header, ...COSTS.map((dish, index) => `${dish}${delimiter}${String(index + 1)}.50`)].join('\n');

describe('a list of costs', () => {
  test.each([
    ['dish,cost', ','],
    ['food_names,unit_cost', ','],
    ['food_names,food_cost', ','],
    ['料理,原価', ','],
    ['Gericht;Einkaufspreis', ';'],
    ['plat;coût', ';'],
    ['Menu Item\tFood cost (EUR)', '\t'],
  ])('is recognised by the header %s if each dish occurs once', async (header, delimiter) => {
    expect(await look(list(header, delimiter))).toEqual({
      columns: { dish: 0, price: 1 },
      isSure: true,
    });
  });

  test('may have swapped columns and integers', async () => {
    expect(await look('原価,料理\n350,海鮮丼\n80,お茶\n')).toEqual({
      columns: { dish: 1, price: 0 },
      isSure: true,
    });
  });

  test('may repeat a dish if the column name is unambiguous', async () => {
    expect((await look('dish,cost price\ntea,1\nsoup,2\ntea,3\n'))?.isSure).toBe(true);
    expect((await look(`${list('dish,cost')}\ntea,3`))?.isSure).toBe(true);
  });
});

describe('a table that is not a list of costs', () => {
  test('is uncertain if it repeats dishes or has a price', async () => {
    expect((await look('dish,cost\ntea,1\nsoup,2\ntea,3\n'))?.isSure).toBe(false);
    const orders = 'food_names,food_cost\ntea,1\nsoup,2\ntea,1\ntea,1\n';
    expect((await look(orders))?.isSure).toBe(false);
    expect((await look(list('dish,price')))?.isSure).toBe(false);
    expect((await look(list('料理,単価')))?.isSure).toBe(false);
  });

  test('has a third column, no dish or no numbers', async () => {
    expect(await look('restaurant,dish,cost\nA,tea,1\n')).toBeNull();
    expect(await look('customer,cost\nAnn,1\n')).toBeNull();
    expect(await look('dish,cost\ntea,much\nsoup,little\n')).toBeNull();
    expect(await look('dish,customer\ntea,Ann\n')).toBeNull();
  });
});
