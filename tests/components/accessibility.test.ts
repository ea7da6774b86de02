import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Phase } from '../browser/site';
import { FIXTURES, type FixtureName } from './fixtures';
import { useComponents } from './page';

const components = useComponents();

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
beforeAll(async () => {
  await components.page.addScriptTag({ path: AXE });
  await components.page.addStyleTag({ content: '.hides-reports [data-report] { display: none }' });
});

const PHONE = { width: 360, height: 800 };

const click = (name: string) => components.button(name).click();
const dialog = () => components.page.getByRole('dialog');

async function unfoldAll(): Promise<void> {
  await components.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function showChartsAsTables(charts: number): Promise<void> {
  const shows = components.page.getByRole('button', { name: 'Show as table' });
  await expect.poll(() => shows.count()).toBe(charts);
  for (const show of await shows.all()) await show.click();
}

async function remember(): Promise<void> {
  await components.page.getByRole('checkbox', { name: 'Remember these reports' }).check();
  await components.page.getByText('Remembered in this browser.').waitFor();
}

/** Writes a fixture to the origin's private file system, whose files have handles. */
async function put(fixture: FixtureName): Promise<void> {
  for (const file of FIXTURES[fixture]()) {
    await components.page.evaluate(async ({ name, content }) => {
      const root = await navigator.storage.getDirectory();
      const handle = await root.getFileHandle(name, { create: true });
      const writer = await handle.createWritable();
      await writer.write(content);
      await writer.close();
    }, file);
  }
}

async function chooseFromDisk(name: string): Promise<void> {
  await components.page.evaluate((own) => {
    Object.assign(globalThis, {
      showOpenFilePicker: async () => [
        await (await navigator.storage.getDirectory()).getFileHandle(own),
      ],
    });
  }, name);
  await components.page.getByLabel('Choose CSV files').click({ force: true });
}

interface Scene {
  readonly phase: Phase;
  readonly name: string;
  /**
   * Hides the reports, because other scenes check the same reports and axe needs most of its time
   * for them.
   */
  readonly hidesReports?: boolean;
  /** The axe rules that this scene is known to break on a phone. */
  readonly knownOnPhone?: readonly string[];
  readonly reach: () => Promise<void>;
}

const SCENES: readonly Scene[] = [
  { phase: 'ready', name: 'reports', reach: () => components.mountSample('few') },
  {
    phase: 'failed',
    name: 'a file that is no table',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await components.choose({ name: 'menu.csv', content: '%PDF-1.7' });
    },
  },
  {
    phase: 'mapping',
    name: 'the mapping dialog',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await components.choose({ name: 'a.csv', content: 'Wo;Was;Wieviel\nA;Tee;1,50\n' });
      await dialog().waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the dialog that asks whether to replace or add',
    hidesReports: true,
    reach: async () => {
      await components.mountLoaded('till');
      await components.choose({ name: 'b.csv', content: 'store,dish,price\nB,tea,1.50\n' });
      await dialog().waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'all findings about a file, unfolded',
    hidesReports: true,
    // On a phone, the tables of rejected records scroll sideways and have no tab stop.
    knownOnPhone: ['scrollable-region-focusable'],
    reach: async () => {
      await components.mountLoaded('bad');
      await unfoldAll();
    },
  },
  {
    phase: 'ready',
    name: 'all explanations, and charts as tables',
    reach: async () => {
      await components.mountSample();
      await showChartsAsTables(4);
      for (const explain of await components.page.getByRole('button', { name: /^Explain/ }).all()) {
        await explain.click();
      }
    },
  },
  {
    phase: 'ready',
    name: 'all SQL of a report',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('Show SQL of popular_dishes');
      await components.page.getByText('How this table is made').waitFor();
      await unfoldAll();
    },
  },
  {
    phase: 'ready',
    name: 'a picked restaurant, and a search without a match',
    reach: async () => {
      await components.mountLoaded('few');
      await components.pick({ label: '寿司バー' });
      await components.page.getByRole('searchbox').first().fill('nobody of this name');
      await components.page.getByText('No row matches').first().waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the panel of a customer',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await components.button('Ann').first().click();
      await dialog().getByRole('table').waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the settings',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('Settings');
      await dialog().waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the outcome of the attempts to send',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('Nothing leaves this browser');
      await click('Try to send');
      await components.page.getByText('Not all were refused').waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the BigQuery panel with its line and its link',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('BigQuery and Looker Studio');
      await components.page.getByLabel('Project ID').fill('end-of-universe');
      await components.page.getByLabel('Dataset').fill('orders');
      await components.page.getByRole('link', { name: 'Open a blank report' }).waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the BigQuery panel with invalid names',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('BigQuery and Looker Studio');
      await components.page.getByLabel('Project ID').fill('End of Universe');
      await components.page.getByLabel('Dataset').fill('my-orders');
      await components.page.getByLabel('Location').fill('E U');
      await expect.poll(() => components.page.getByRole('alert').count()).toBe(3);
    },
  },
  {
    phase: 'ready',
    name: 'the console with an answer',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('SQL console');
      const query = components.page.getByLabel('Query', { exact: true });
      await query.fill('from dish_sales');
      await query.press('Control+Enter');
      await components.page.getByRole('button', { name: 'Download query.csv' }).waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the console with an error',
    hidesReports: true,
    reach: async () => {
      await components.mountSample();
      await click('SQL console');
      const query = components.page.getByLabel('Query', { exact: true });
      await query.fill('select wrong from dish_sales');
      await query.press('Control+Enter');
      await components.page.getByText('not found in FROM clause').waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'files changed on disk, and the differences from the last load',
    reach: async () => {
      await put('orders');
      await components.mountSample();
      await components.know('orders', 'moreOrders');
      await chooseFromDisk('orders.csv');
      await components.page.getByRole('button', { name: 'Remove orders.csv' }).waitFor();
      await components.waitFor('ready');
      await remember();
      await put('moreOrders');
      await click('Reload from disk');
      await components.page.getByText('Since orders.csv').click();
      await put('orders');
      await components.page.evaluate(() => dispatchEvent(new Event('focus')));
      await components.page.getByRole('complementary', { name: 'Changed files' }).waitFor();
    },
  },
  {
    phase: 'ready',
    name: 'the offer of the last load, and everything forgotten',
    hidesReports: true,
    reach: async () => {
      await components.mountLoaded('orders');
      await remember();
      await components.mountSample('week', { isNextVisit: true });
      await components.page.getByText('Last time: orders.csv').waitFor();
      await click('Settings');
      await click('Forget everything');
      await components.page.getByText(/^Removed: /).waitFor();
    },
  },
  { phase: 'working', name: 'the engine', reach: () => components.mountWithoutEngine() },
  {
    phase: 'idle',
    name: 'a cancelled load',
    reach: async () => {
      await components.mountWithoutEngine();
      await click('Cancel');
    },
  },
];

interface Look {
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly language: 'en' | 'ja';
}

/** The rules about colours that axe runs by default. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const LOOKS: readonly Look[] = (['en', 'ja'] as const).flatMap((language) =>
  (['light', 'dark', 'contrast'] as const).map((theme) => ({ theme, language })),
);
const PHONE_LOOKS: readonly Look[] = [
  { theme: 'contrast', language: 'ja' },
  { theme: 'light', language: 'ja' },
  { theme: 'dark', language: 'en' },
];

async function showReports(isOn: boolean): Promise<void> {
  await components.page.evaluate((shows) => {
    document.body.classList.toggle('hides-reports', !shows);
  }, isOn);
}

/**
 * Runs axe on the page. Only the colour rules depend on the theme, so all other rules run in the
 * light theme alone.
 */
async function violationsIn(look: Look): Promise<string[]> {
  await components.look({ ...look });
  const { violations: found } = await components.page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(
        options,
      ),
    {
      resultTypes: ['violations'],
      ...(look.theme !== 'light' && { runOnly: COLOUR_RULES }),
    },
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('axe finds no violation, in any theme, language and width,', () => {
  test.each(SCENES)('in phase $phase, with $name', async (scene) => {
    const { phase, reach, hidesReports = false, knownOnPhone = [] } = scene;
    const isKnown = (violation: string) => knownOnPhone.some((rule) => violation.startsWith(rule));
    await showReports(true);
    await reach();
    await components.waitFor(phase);
    if (hidesReports) await showReports(false);
    for (const look of LOOKS) {
      expect(await violationsIn(look), `desktop, ${look.theme}, ${look.language}`).toEqual([]);
    }
    await components.page.setViewportSize(PHONE);
    for (const look of PHONE_LOOKS) {
      const unknown = (await violationsIn(look)).filter((violation) => !isKnown(violation));
      expect(unknown, `phone, ${look.theme}, ${look.language}`).toEqual([]);
    }
  });
});

test('nothing is wider than a phone, a tablet or a desktop', async () => {
  for (const width of [360, 768, 1280]) {
    await components.page.setViewportSize({ width, height: 800 });
    await components.mountSample('sample');
    expect(await components.isWiderThanViewport(), `sample, ${String(width)}`).toBe(false);
    await components.mountLoaded('wide');
    expect(await components.isWiderThanViewport(), `long names, ${String(width)}`).toBe(false);
    const reasons = components.page.getByText(/^(missing dish|too few columns)/);
    for (const summary of await reasons.all()) await summary.click();
    expect(await components.isWiderThanViewport(), `unfolded, ${String(width)}`).toBe(false);
  }
});
