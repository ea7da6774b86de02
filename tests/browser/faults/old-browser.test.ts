import { expect } from 'vitest';
import { useSite } from '../site';
import { useFaults } from './support';

const site = useSite({ fresh: true });
const fault = useFaults();

/** Features as the page names them, each with a function that removes it from the browser. */
const LACKS: readonly [name: string, take: () => void][] = [
  ['WebAssembly exceptions', () => Reflect.deleteProperty(globalThis, 'WebAssembly')],
  ['WebAssembly exceptions', () => (WebAssembly.validate = () => false)],
  ['Worker', () => Reflect.deleteProperty(globalThis, 'Worker')],
  ['DecompressionStream', () => Reflect.deleteProperty(globalThis, 'DecompressionStream')],
  ['structuredClone', () => Reflect.deleteProperty(globalThis, 'structuredClone')],
  ['Array.findLast', () => Reflect.deleteProperty(Array.prototype, 'findLast')],
  ['dialog', () => Reflect.deleteProperty(globalThis, 'HTMLDialogElement')],
  ['JavaScript modules', () => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')],
];

fault('old browser', async ({ says }) => {
  for (const [index, [name, take]] of LACKS.entries()) {
    for (const language of index === 0 ? ['en', 'ja'] : ['en']) {
      const page = await site.page.context().newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.addInitScript(take);
      await page.addInitScript((spoken) => {
        Object.defineProperty(navigator, 'languages', { value: [spoken] });
      }, language);
      await page.goto(site.url, { waitUntil: 'networkidle' });
      const text = await page.getByRole('alert').innerText();
      expect(text).toContain(name);
      if (language === 'en') expect(text).toContain(says!);
      else expect(text).toMatch(/お使いのブラウザは古いため/);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      // The page requests only its own script, styles and font, and not the engine, other chunks or
      // the sample.
      const heads = await page.evaluate(() =>
        Array.from(
          document.head.querySelectorAll<HTMLLinkElement & HTMLScriptElement>('[src], [href]'),
          (each) => new URL(each.src || each.href, document.baseURI).pathname,
        ),
      );
      const { pathname } = new URL(site.url);
      const own = [pathname, ...heads];
      const others = asked.filter((path) => !own.includes(path) && !path.endsWith('.woff2'));
      expect(others).toEqual([]);
      await page.close();
    }
  }
  const silent = await site.page.context().browser()!.newContext({ javaScriptEnabled: false });
  const page = await silent.newPage();
  await page.goto(site.url);
  const text = await page.locator('body').innerText();
  expect(text).toMatch(/needs JavaScript[^]*JavaScriptを有効に/);
  await silent.close();
  await site.openSample();
  expect(await site.receipt()).toMatchObject({ read: 150_000 });
});
