import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
};
/** Transitive dependencies that are shipped. */
const BROUGHT = ['@kurkle/color', 'flatbuffers', 'fzstd', 'hysnappy', 'tslib'];

test('the footer links to the licences of all shipped packages', async () => {
  const link = site.page.getByRole('link', { name: 'Licences' });
  const address = new URL((await link.getAttribute('href')) ?? '', site.url);
  const answer = await site.page.request.get(address.href);
  expect(answer.headers()['content-type']).toMatch(/^text\/plain/);
  const text = await answer.text();
  const entries = text.split(/^## /m).slice(1);
  const named = entries.map((entry) => entry.split(' ')[0]);
  expect(named).toEqual(expect.arrayContaining(['Dishboard', ...BROUGHT]));
  const versions = entries.map((entry) => entry.split(' ').slice(0, 2).join(' '));
  const direct = Object.entries(dependencies).map((dependency) => dependency.join(' '));
  expect(versions).toEqual(expect.arrayContaining(direct));
  expect(entries.filter((entry) => entry.length < 500)).toEqual([]);
});
