import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
const orders = (...lines: string[]) => ({
  name: 'orders.csv',
  content: HEADER + lines.join('\n'),
});

describe('the checks', () => {
  test('take one line where they hold, are listed when it is opened, and leave no hints', async () => {
    await site.openSample();
    const checks = site.page.getByRole('group', { name: 'Checks' });
    expect(await checks.getByRole('listitem').count()).toBe(0);
    await checks.getByText('All 9 checks passed').click();
    expect(await checks.getByRole('listitem').count()).toBe(9);
    expect(await checks.getByText('No table has the same row twice.').isVisible()).toBe(true);
    expect(await site.page.getByText(/worth a look/).count()).toBe(0);
  });

  test('that fail are shown with their exceptions and a hint', async () => {
    await site.load(orders('A,tea,Bob,4.00', 'B,tea,Bob,-2.50'));
    const checks = site.page.getByRole('group', { name: 'Checks' });
    await checks.getByText(/^Failed: No restaurant refunded more/).waitFor();
    expect(await checks.getByRole('listitem').allTextContents()).toEqual(['B: -2.50']);
    expect(await checks.getByText(/^The reports match the file\./).isVisible()).toBe(true);
    expect(await checks.getByText('8 of 9 checks passed').isVisible()).toBe(true);
  });
});

describe('a first place', () => {
  const region = (name: string) => site.page.getByRole('region', { name });

  test('that is tied or too close to call is marked in each report', async () => {
    await site.load(
      orders('A,tea,Bob,4', 'A,soup,Ann,4', 'B,tea,Bob,4', 'B,soup,Bob,3', 'B,tea,Ann,4'),
    );
    // Notes such as "tied" appear after the reports.
    await region('What is the most popular dish').getByText('tied').first().waitFor();
    const popular = await region('What is the most popular dish').innerText();
    expect(popular).toContain('tied: soup and tea');
    expect(popular).toContain('too close to call: tea (2) and soup (1)');
    expect(popular).toMatch(/Too close to call: .* chance alone .* one of twenty such files\./);
    expect(await region('What is the most profitable dish').innerText()).toContain(
      'too close to call: tea (8.00) and soup (3.00)',
    );
    const visitors = region('Who visited each restaurant the most?').getByRole('table');
    expect(await visitors.getByRole('row', { name: /^A / }).innerText()).toContain(
      'tied: Ann and Bob',
    );
    expect(await visitors.getByRole('row', { name: /^B / }).innerText()).toContain(
      'too close to call: Bob (2) and Ann (1)',
    );
    expect(await region('Who visited the most restaurants?').innerText()).toContain(
      'Bob and Ann visited both restaurants: tied. Of these, Bob has the most visits: 3.',
    );
    const { content } = await site.download('Download frequent_visitors.csv');
    expect(content.toString()).toBe(
      'restaurant_names,most_frequent_visitor,visit_count\nB,Bob,2\nA,Ann,1\n',
    );
  });

  test('tied among many names shows the first ones, and the others on a click', async () => {
    const guests = Array.from({ length: 30 }, (_, index) => `A,tea,g${String(10 + index)},1`);
    await site.load(orders(...guests));
    const visitors = region('Who visited each restaurant the most?');
    const others = visitors.getByText('g14, g15, g16');
    expect(await others.isVisible()).toBe(false);
    await visitors.getByText('tied: g10, g11, g12, g13 and 26 more').click();
    expect(await others.innerText()).toMatch(/g29 and 10 more$/);
  });
});

describe('hints', () => {
  test('appear folded where something is worth a look', async () => {
    const lines = Array.from({ length: 60 }, () => 'A,tea,Michael,4.50');
    await site.load(orders(...lines, 'A,tea,michael,450', 'B,tea,Zoe,4.50'));
    const prices = site.page.getByRole('list', {
      name: 'Prices 100 times higher or lower for the same dish',
    });
    expect(await prices.count()).toBe(0);
    await site.page.getByText('4 things worth a look').click();
    expect(await prices.innerText()).toBe(
      '“tea” costs 450.00 in 1 line, but usually 4.50 (61 lines). See orders.csv, line 62.',
    );
    expect(
      await site.page.getByRole('list', { name: 'Customer names that look alike' }).innerText(),
    ).toBe(
      '“Michael” (60 lines) and “michael” (1 line) differ only in capital letters. They count as 2 customers.',
    );
    expect(
      await site.page.getByRole('list', { name: 'Lines that are repeated very often' }).innerText(),
    ).toBe(
      '“Michael” had “tea” at “A” for 4.50: the same line at least 60 times, far more often than by chance. See orders.csv, line 2.',
    );
    expect(await site.page.getByText(/^Nothing was changed here/).isVisible()).toBe(true);
  });
});
