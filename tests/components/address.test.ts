import { describe, expect, test } from 'vitest';
import { useComponents } from './page';

const components = useComponents();

const hash = () => new URL(components.page.url()).hash;
const reload = () => components.mountSample('sample', { isNextVisit: true });

describe('the sorting of a table', () => {
  test('is in the address; Back undoes it, and a reload keeps it', async () => {
    const visitors = components.report('frequent_visitors');
    const names = () => visitors.getByRole('rowheader').allInnerTexts();
    const namesAlone = async () => (await names()).map((name) => name.replace(/\W*$/, ''));
    const head = visitors.getByRole('columnheader', { name: 'Restaurant' });
    await components.mountSample('sample');
    const own = await names();
    const sorted = (await namesAlone()).sort();
    expect(await namesAlone()).not.toEqual(sorted);
    await head.getByRole('button').click();
    await expect.poll(namesAlone).toEqual(sorted);
    expect(hash()).toBe('#sort=frequent_visitors.restaurant_names.ascending');
    await reload();
    await expect.poll(namesAlone).toEqual(sorted);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    await expect.poll(namesAlone).toEqual(sorted.toReversed());
    await components.page.goBack();
    await expect.poll(namesAlone).toEqual(sorted);
    await components.page.goBack();
    await expect.poll(names).toEqual(own);
    expect(hash()).toBe('');
  });
});
