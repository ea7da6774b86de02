import { describe, expect, test } from 'vitest';
import {
  filesIn,
  type Entry,
  type FileEntry,
  type FolderEntry,
} from '../../../src/ui/files/folder';
import { toldOf, type Told } from '../../support/in-words';

function fileEntry(name: string): FileEntry {
  return { name, open: () => Promise.resolve(new File([name], name)) };
}

/** A folder whose files are given by name. */
function folder(name: string, ...entries: (string | Entry)[]): FolderEntry {
  return {
    name,
    async *list() {
      await Promise.resolve();
      yield* entries.map((entry) => (typeof entry === 'string' ? fileEntry(entry) : entry));
    },
  };
}

async function namesIn(...dropped: (File | FolderEntry)[]): Promise<string[]> {
  return (await filesIn(dropped)).map(({ name }) => name);
}

function reportOf(...dropped: (File | FolderEntry)[]): Promise<Told> {
  return toldOf(filesIn(dropped));
}

describe('a folder', () => {
  test('yields files with a table ending in any case', async () => {
    const tables = ['a.CSV', 'b.tsv', 'c.Txt', 'd.csv.gz', 'e.zip', 'f.xlsx', 'g.parquet'];
    const others = ['menu.pdf', 'old.xls', 'csv', 'h.csv.bak', 'notes.md'];
    expect(await namesIn(folder('orders', ...others, ...tables))).toEqual(tables);
  });

  test('yields files by path, with numbers in natural order', async () => {
    const year = folder(
      '2026',
      '10.csv',
      '9.csv',
      folder('feb', 'é.csv', 'z.csv', 'B.csv'),
      folder('apr', folder('late', 'y.csv'), 'x.csv'),
    );
    expect(await namesIn(year)).toEqual([
      ...['9.csv', '10.csv'],
      ...['y.csv', 'x.csv'],
      ...['B.csv', 'z.csv', 'é.csv'],
    ]);
  });

  test('skips hidden and system files', async () => {
    const year = folder(
      '2026',
      ...['.DS_Store', '._a.csv', '.hidden.csv', '~$book.xlsx', 'Thumbs.db', 'desktop.ini'],
      folder('__MACOSX', 'a.csv'),
      folder('.git', 'a.csv'),
      'a.csv',
    );
    expect(await namesIn(year)).toEqual(['a.csv']);
  });

  test('keeps its position among dropped files, which may have any name', async () => {
    const [first, last] = [new File([''], 'orders'), new File([''], '.last')];
    expect(await namesIn(first, folder('jan', 'b.csv', 'a.csv'), last)).toEqual([
      'orders',
      'a.csv',
      'b.csv',
      '.last',
    ]);
  });
});

describe('files with the same name', () => {
  test('are named by their paths and keep their content', async () => {
    const year = folder('2026', folder('jan', 'orders.csv', 'x.csv'), folder('feb', 'orders.csv'));
    const own = new File(['1'], 'orders.csv', { type: 'text/csv', lastModified: 1 });
    expect(await namesIn(own, year)).toEqual([
      'orders.csv',
      '2026/feb/orders.csv',
      '2026/jan/orders.csv',
      'x.csv',
    ]);
    const dated: FileEntry = { name: 'orders.csv', open: () => Promise.resolve(own) };
    const [renamed] = await filesIn([folder('mar', dated), folder('apr', 'orders.csv')]);
    expect(renamed).toMatchObject({ name: 'mar/orders.csv', type: 'text/csv', lastModified: 1 });
    expect(await renamed!.text()).toBe('1');
  });
});

describe('a folder that is refused', () => {
  test('has no table: the failure says what it has and what is needed', async () => {
    const photos = folder(
      'photos',
      ...['a.jpg', 'b.JPG', 'c.jpg', 'menu.pdf', 'till.pdf', '.DS_Store', 'README'],
      folder('more', 'd.png', 'e.gif', 'f.webp'),
    );
    expect(await reportOf(photos)).toEqual({
      fault: 'input',
      title: 'This folder has no file that this page can read.',
      where: 'photos',
      hint:
        'It contains 3 .jpg files, 2 .pdf files, 1 .gif file, 1 .png file and 2 other files. Drop a folder with ' +
        'files that end in .csv, .tsv, .txt, .gz, .zip, .xlsx or .parquet. Subfolders are read too.',
    });
    expect((await reportOf(folder('empty', '.DS_Store', folder('inner')))).hint).toMatch(
      /^It is empty\. Drop a folder/,
    );
    expect((await reportOf(folder('plain', 'README'))).hint).toMatch(
      /^It contains 1 file\. Drop a folder/,
    );
  });

  test('fails the whole drop', async () => {
    const beside = [new File([''], 'a.csv'), folder('jan', 'a.csv')];
    expect(await reportOf(...beside, folder('photos'))).toMatchObject({ where: 'photos' });
  });

  test('is too large: listing stops at the limit', async () => {
    let listed = 0;
    const disk: FolderEntry = {
      name: 'disk',
      async *list() {
        for (;;) {
          await Promise.resolve();
          listed += 1;
          yield fileEntry(`${String(listed)}.csv`);
        }
      },
    };
    expect(await reportOf(disk)).toMatchObject({
      fault: 'input',
      title: 'This folder has too many files.',
      where: 'disk',
    });
    expect(listed).toBe(10_001);
  });

  test('is too deep', async () => {
    const nested = (depth: number): FolderEntry =>
      depth === 1 ? folder('1', 'a.csv') : folder(String(depth), nested(depth - 1));
    expect(await namesIn(nested(16))).toEqual(['a.csv']);
    expect(await reportOf(nested(17))).toMatchObject({ fault: 'input', where: '17' });
  });

  test('was removed or locked', async () => {
    const gone = () => Promise.reject(new DOMException('not there', 'NotFoundError'));
    const locked: FolderEntry = {
      name: 'locked',
      async *list() {
        await gone();
        yield fileEntry('a.csv');
      },
    };
    const expected = { fault: 'input', title: 'This folder could not be read.' };
    expect(await reportOf(folder('2026', locked))).toMatchObject({
      ...expected,
      where: '2026/locked',
      details: 'not there',
    });
    expect(await reportOf(folder('2026', { name: 'a.csv', open: gone }))).toMatchObject({
      ...expected,
      where: '2026/a.csv',
    });
  });
});
