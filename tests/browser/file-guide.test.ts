import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEMPLATE_NAME } from '../../src/ui/files/template';
import { useSite } from './site';

const site = useSite();

const template = readFileSync(`public/${TEMPLATE_NAME}`, 'utf8');
const guide = () => site.page.getByRole('region', { name: 'What a file should look like' });

test('the page shows the template as a table, and what each column is', async () => {
  await site.openSample();
  const table = guide().getByRole('table', { name: 'The template' });
  const rows = await table
    .getByRole('row')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );
  const [header = [], ...lines] = template.split('\n').map((line) => line.split(','));
  const roles = ['Restaurant', 'Dish', 'Customer', 'Price', 'Quantity'];
  expect(rows[0]).toEqual(header.map((name, column) => `${roles[column]!}\n${name}`));
  expect(rows.slice(1)).toEqual(lines.slice(0, -1));
  const terms = (await guide().getByRole('term').allTextContents()).map((term) => term.trim());
  expect(terms.filter((term) => roles.includes(term))).toEqual(roles);
});

test('the template is downloaded as it is published, and loads without a question', async () => {
  await site.openSample();
  const arriving = site.page.waitForEvent('download');
  await guide().getByRole('link', { name: 'Download the template' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe(TEMPLATE_NAME);
  expect(new URL(download.url()).pathname).toBe(new URL(TEMPLATE_NAME, site.url).pathname);
  const content = readFileSync(await download.path(), 'utf8');
  expect(content).toBe(template);
  await site.load({ name: TEMPLATE_NAME, content });
  expect(await site.receipt()).toEqual({ read: 4, kept: 4, rejected: 0 });
});

test('the guide stays off paper', async () => {
  await site.openSample();
  expect(await guide().isVisible()).toBe(true);
  await site.page.emulateMedia({ media: 'print' });
  expect(await guide().isVisible()).toBe(false);
});
