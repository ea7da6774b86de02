import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const CANONICAL = 'restaurant_names,food_names,first_name,food_cost\n';

const button = (name: string) => site.page.getByRole('button', { name, exact: true });
const dialog = (name: string) => site.page.getByRole('dialog', { name });

async function restaurants(): Promise<string[][]> {
  return (await site.tableRows('restaurant_stats')).slice(1);
}

describe('another file', () => {
  const file = (name: string, restaurant: string) => ({
    name,
    content: `${CANONICAL}${restaurant},tea,Bob,1.00\n`,
  });

  test('replaces those on screen, is added to them, and is removed', async () => {
    await site.load(file('monday.csv', 'A'));
    await site.choose(file('tuesday.csv', 'B'));
    await dialog('Replace the reports, or add to them?').waitFor();
    expect(await site.page.evaluate(() => document.body.dataset['phase'])).toBe('ready');
    await site.settled(() => button('Add to these').click());
    expect(await restaurants()).toEqual([
      ['A', '1', '1.00'],
      ['B', '1', '1.00'],
    ]);
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    const list = site.page.getByRole('list', { name: 'Files' });
    expect(await list.getByRole('listitem').count()).toBe(2);
    expect((await list.innerText()).replace(/\s+/g, ' ')).toMatch(
      /monday\.csv 2 lines, 64 B, changed \w+ \d+, \d{4} Restaurant: restaurant_names/,
    );

    await site.settled(() => button('Remove monday.csv').click());
    expect(await restaurants()).toEqual([['B', '1', '1.00']]);

    await site.choose(file('wednesday.csv', 'C'));
    await button('Cancel').click();
    expect(await restaurants()).toEqual([['B', '1', '1.00']]);
    await site.choose(file('wednesday.csv', 'C'));
    await site.settled(() => button('Replace').click());
    expect(await restaurants()).toEqual([['C', '1', '1.00']]);
    await button('Remove wednesday.csv').click();
    await site.waitFor('idle');
  });

  test('with the same header has its own restaurant, or shares one with the others', async () => {
    const content = 'Item,Guest,Price\ntea,Bob,1.00\n';
    const files = ['Luna.csv', 'Sol.csv', 'Mar.csv'].map((name) => ({ name, content }));
    await site.choose(...files);
    await dialog('Whose orders are these?').waitFor();
    expect(await site.page.getByLabel('Sol.csv').inputValue()).toBe('Sol');
    await site.page.getByLabel('Mar.csv').fill('Luna');
    await site.settled(() => button('Make the reports').click());
    expect(await restaurants()).toEqual([
      ['Luna', '1', '2.00'],
      ['Sol', '1', '1.00'],
    ]);
    await button('Change how Sol.csv is read').click();
    await site.page.getByLabel('All are from one restaurant').check();
    await site.page.getByLabel('Name of the restaurant').fill('Estrella');
    await site.settled(() => button('Apply').click());
    expect(await restaurants()).toEqual([['Estrella', '1', '3.00']]);
  });
});
