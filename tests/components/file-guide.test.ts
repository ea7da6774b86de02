import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEMPLATE_NAME } from '../../src/ui/files/template';
import { useComponents } from './page';

const components = useComponents();

const guide = () => components.page.getByRole('region', { name: 'What a file should look like' });

test('the guide shows the template as a table, and explains each column', async () => {
  await components.mountSample();
  const table = guide().getByRole('table', { name: 'The template' });
  const rows = await table
    .getByRole('row')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );
  const template = readFileSync(`public/${TEMPLATE_NAME}`, 'utf8');
  const [header = [], ...lines] = template.split('\n').map((line) => line.split(','));
  const roles = ['Restaurant', 'Dish', 'Customer', 'Price', 'Quantity'];
  expect(rows[0]).toEqual(header.map((name, column) => `${roles[column]!}\n${name}`));
  expect(rows.slice(1)).toEqual(lines.slice(0, -1));
  const terms = (await guide().getByRole('term').allTextContents()).map((term) => term.trim());
  expect(terms.filter((term) => roles.includes(term))).toEqual(roles);
});

test('the guide is not printed', async () => {
  await components.mountSample();
  expect(await guide().isVisible()).toBe(true);
  await components.page.emulateMedia({ media: 'print' });
  expect(await guide().isVisible()).toBe(false);
});
