import { describe, expect, test } from 'vitest';
import { useComponents } from './page';

const components = useComponents();

const open = () => components.button('Settings').click();
const dialog = () => components.page.getByRole('dialog', { name: 'Settings', exact: true });
const background = () =>
  components.page.evaluate(() =>
    getComputedStyle(document.body).backgroundColor.replaceAll(' ', ''),
  );
const hash = () => new URL(components.page.url()).hash;
const revenue = () =>
  components
    .report('restaurant_stats')
    .locator('dl > div', { hasText: 'Revenue' })
    .locator('dd')
    .first()
    .innerText();
const visitAgain = () => components.mountSample('week', { isNextVisit: true });

const [LIGHT, DARK] = ['rgb(252,252,250)', 'rgb(19,22,20)'];
const [WHITE, BLACK] = ['rgb(255,255,255)', 'rgb(0,0,0)'];

describe('the theme', () => {
  test('follows the device until another is chosen, and is remembered', async () => {
    await components.page.emulateMedia({ colorScheme: 'dark' });
    await components.mountSample();
    expect(await background()).toBe(DARK);
    await components.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(background).toBe(LIGHT);

    await open();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    expect(await background()).toBe(DARK);
    expect(hash()).toBe('#theme=dark');
    await dialog().getByRole('button', { name: 'Done' }).click();
    await components.forgetAddress();
    await visitAgain();
    expect(await background()).toBe(DARK);
  });

  test('of high contrast is black and white, light or dark', async () => {
    await components.mountSample();
    await open();
    await dialog().getByRole('radio', { name: 'High contrast' }).check();
    expect(await background()).toBe(WHITE);
    await components.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(background).toBe(BLACK);
    await dialog().getByRole('radio', { name: 'Light' }).check();
    expect(await background()).toBe(LIGHT);
    await components.page.emulateMedia({ contrast: 'more' });
    await expect.poll(background).toBe(WHITE);
  });

  test('is not printed', async () => {
    await components.mountSample();
    await open();
    await dialog().getByRole('radio', { name: 'Dark' }).check();
    await components.page.emulateMedia({ media: 'print' });
    await expect.poll(background).toBe(WHITE);
  });
});

describe('the currency', () => {
  test('is shown with amounts, and is in no downloaded file', async () => {
    await components.mountSample();
    const plain = await revenue();
    await open();
    const currency = dialog().getByLabel('Currency');
    await currency.selectOption('EUR');
    expect(await revenue()).toBe(`€${plain}`);
    await currency.selectOption('JPY');
    expect(await revenue()).toBe(`¥${plain.replace(/\.00$/, '')}`);
    await components.page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    const csv = await components.download('Download restaurant_stats.csv');
    expect(csv.content.toString()).not.toMatch(/[€¥]/);
    await open();
    expect(await currency.inputValue()).toBe('JPY');
    await currency.selectOption('');
    expect(await revenue()).toBe(plain);
  });
});

describe('the language', () => {
  test('changes at once, keeps the focus, and is remembered', async () => {
    await components.mountSample();
    await open();
    await dialog().getByRole('radio', { name: '日本語' }).check();
    const japanese = components.page.getByRole('dialog', { name: '設定', exact: true });
    await japanese.waitFor();
    const language = () => components.page.evaluate(() => document.documentElement.lang);
    expect(await language()).toBe('ja');
    expect(hash()).toBe('#language=ja');
    expect(await japanese.getByRole('radio', { name: '日本語' }).isChecked()).toBe(true);
    await components.page.keyboard.press('Escape');
    const button = components.button('設定');
    expect(await button.evaluate((own) => own === document.activeElement)).toBe(true);

    await components.forgetAddress();
    await visitAgain();
    expect(await language()).toBe('ja');
    await button.click();
    await japanese.getByRole('radio', { name: 'English' }).check();
    await dialog().waitFor();
    expect(await language()).toBe('en');
  });
});
