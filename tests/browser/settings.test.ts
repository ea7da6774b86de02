import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

const open = () => site.page.getByRole('button', { name: 'Settings', exact: true }).click();
const dialog = () => site.page.getByRole('dialog', { name: 'Settings', exact: true });
const ground = () =>
  site.page.evaluate(() => getComputedStyle(document.body).backgroundColor.replaceAll(' ', ''));
const revenue = () =>
  site.page
    .locator('section[data-report="restaurant_stats"] dl > div', { hasText: 'Revenue' })
    .locator('dd')
    .first()
    .innerText();

const [LIGHT, DARK] = ['rgb(252,252,250)', 'rgb(19,22,20)'];
const [WHITE, BLACK] = ['rgb(255,255,255)', 'rgb(0,0,0)'];

describe('the colours', () => {
  test('are those of the device until others are chosen, here and at the next visit', async () => {
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.openSample();
    expect(await ground()).toBe(DARK);
    await site.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(ground).toBe(LIGHT);

    await open();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    expect(await ground()).toBe(DARK);
    expect(new URL(site.page.url()).hash).toBe('#theme=dark');
    await dialog().getByRole('button', { name: 'Done' }).click();
    await site.openSample();
    expect(await ground()).toBe(DARK);
  });

  test('of high contrast are black and white, by day and by night', async () => {
    await site.openSample();
    await open();
    await dialog().getByRole('radio', { name: 'High contrast' }).check();
    expect(await ground()).toBe(WHITE);
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(ground).toBe(BLACK);
    await dialog().getByRole('radio', { name: 'Light' }).check();
    expect(await ground()).toBe(LIGHT);
    await site.page.emulateMedia({ contrast: 'more' });
    await expect.poll(ground).toBe(WHITE);
  });

  test('are none on paper', async () => {
    await site.openSample();
    await open();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    await site.page.emulateMedia({ media: 'print' });
    await expect.poll(ground).toBe(WHITE);
  });
});

describe('the currency', () => {
  test('is shown with amounts, and in no file that leaves', async () => {
    await site.openSample();
    const plain = await revenue();
    await open();
    const currency = dialog().getByLabel('Currency');
    await currency.selectOption('EUR');
    expect(await revenue()).toBe(`€${plain}`);
    await currency.selectOption('JPY');
    expect(await revenue()).toBe(`¥${plain.replace(/\.00$/, '')}`);
    await site.page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    const csv = await site.download('Download restaurant_stats.csv');
    expect(csv.content.toString()).not.toMatch(/[€¥]/);
    await open();
    expect(await currency.inputValue()).toBe('JPY');
    await currency.selectOption('');
    expect(await revenue()).toBe(plain);
  });
});

describe('the language', () => {
  test('is the browser’s, or the one that is chosen, at once and at the next visit', async () => {
    await site.openSample();
    await open();
    await dialog().getByRole('radio', { name: '日本語' }).check();
    const japanese = site.page.getByRole('dialog', { name: '設定', exact: true });
    await japanese.waitFor();
    const language = () => site.page.evaluate(() => document.documentElement.lang);
    expect(await language()).toBe('ja');
    expect(new URL(site.page.url()).hash).toBe('#language=ja');
    // What had the keyboard has it still.
    expect(await japanese.getByRole('radio', { name: '日本語' }).isChecked()).toBe(true);
    await site.page.keyboard.press('Escape');
    const button = site.page.getByRole('button', { name: '設定', exact: true });
    expect(await button.evaluate((own) => own === document.activeElement)).toBe(true);

    await site.openSample();
    expect(await language()).toBe('ja');
    await button.click();
    await japanese.getByRole('radio', { name: 'English' }).check();
    await dialog().waitFor();
    expect(await language()).toBe('en');
  });
});
