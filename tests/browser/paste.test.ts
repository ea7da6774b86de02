import { describe, expect, test } from 'vitest';
import { useSite } from './site';

const site = useSite();

/**
 * Cells as Excel copies them, with tabs between cells and quotes around a line break or a quote.
 */
const CELLS = [
  'Store\tItem\tGuest\tPrice',
  'A\t"tea\nwith ""milk"""\tBob\t1.50',
  'Brasserie Zoë\tsoup\tAnn\t2.00\n',
].join('\n');

/**
 * Pastes a text from the clipboard with the keyboard. Like Excel, it can add a picture to the
 * clipboard.
 */
async function paste(text: string, { isWithPicture = false } = {}): Promise<void> {
  await site.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await site.page.evaluate(
    async ({ words, isPictured }) => {
      const canvas = new OffscreenCanvas(2, 2);
      canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
      const picture = isPictured ? { 'image/png': await canvas.convertToBlob() } : {};
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': words, ...picture })]);
    },
    { words: text, isPictured: isWithPicture },
  );
  await site.page.keyboard.press('ControlOrMeta+V');
}

/** Pastes files, which a test cannot put on the clipboard. */
async function pasteFiles(...files: { name: string; type: string; content: string }[]) {
  await site.page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const { name, type, content } of given)
      clipboardData.items.add(new File([content], name, { type }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, files);
}

describe('a paste', () => {
  test.each([false, true])('of cells is read, with a picture beside them: %s', async (picture) => {
    await site.settled(() => paste(CELLS, { isWithPicture: picture }));
    await site.page.getByText('pasted cells.tsv', { exact: true }).waitFor();
    await site.waitFor('ready');
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    expect((await site.tableRows('restaurant_stats')).slice(1)).toEqual([
      ['A', '1', '1.50'],
      ['Brasserie Zoë', '1', '2.00'],
    ]);
    const { content } = await site.download('Download popular_dishes.csv');
    expect(content.toString('utf8')).toContain('A,"tea with ""milk""",1,1');
  });

  test('is read while the file picker has the focus', async () => {
    await site.settled(async () => {
      await site.page.getByLabel('Choose CSV files').focus();
      await paste(CELLS);
    });
    await site.page.getByText('pasted cells.tsv', { exact: true }).waitFor();
  });

  test('of files opens them like a drop', async () => {
    const content = 'restaurant,dish,guest,price\nA,tea,Bob,1\n';
    const type = 'text/csv';
    await site.settled(() =>
      pasteFiles({ name: 'a.csv', type, content }, { name: 'b.csv', type, content }),
    );
    await site.page.getByText('a.csv, b.csv', { exact: true }).waitFor();
    expect(await site.receipt()).toEqual({ read: 2, kept: 2, rejected: 0 });
    await pasteFiles({ name: 'image.png', type: 'image/png', content: '\x89PNG\r\n' });
    await site.waitFor('failed');
    expect(await site.page.getByRole('alert').innerText()).toContain('image.png');
  });

  test('of a word, or into a field, is ignored', async () => {
    // The editable paragraph receives inline styles with the paste, which the policy refuses.
    site.expectedErrors = [/^Applying inline style violates/];
    site.expectedViolations = [/^style-src-attr inline/];
    await site.page.evaluate(() => {
      const seen: (string | undefined)[] = [];
      Object.assign(globalThis, { phasesSeen: seen });
      new MutationObserver(() => seen.push(document.body.dataset['phase'])).observe(document.body, {
        attributes: true,
      });
      const [, input, text] = ['textarea', 'input', 'p'].map((name) =>
        document.body.appendChild(document.createElement(name)),
      );
      input!.setAttribute('type', 'text');
      text!.setAttribute('contenteditable', 'true');
    });
    await paste('cheese');
    for (const field of ['textarea', 'input[type="text"]', 'p[contenteditable]']) {
      await site.page.locator(field).focus();
      await paste(CELLS);
    }
    expect(await site.page.locator('textarea').inputValue()).toBe(CELLS);
    expect(await site.page.locator('p[contenteditable]').innerText()).toContain('Brasserie Zoë');
    const seen = () =>
      site.page.evaluate(() => (globalThis as unknown as { phasesSeen: string[] }).phasesSeen);
    expect(await seen()).toEqual([]);
    await site.page.evaluate(() => {
      for (const field of document.querySelectorAll(
        'body > :is(textarea, input, [contenteditable])',
      ))
        field.remove();
    });
  });
});
