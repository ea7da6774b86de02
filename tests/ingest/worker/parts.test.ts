import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ingest/layout/inspect';
import type { Chunk } from '../../../src/ingest/records/chunk';
import type { Choice, Encoding } from '../../../src/ingest/layout/layout';
import { PartReader } from '../../../src/ingest/worker/part-reader';
import { Parts } from '../../../src/ingest/worker/parts';
import { directIngest } from '../../../src/ingest/worker/read';
import { PartsInOrder, type PartReading } from '../../../src/ingest/worker/reading-parts';
import { csvFile, csvSource } from '../../support/engine';
import { readingOf } from '../../support/random/reading';

const HEADER = 'restaurant_names,food_names,first_name,food_cost';
const ORDERS = Array.from({ length: 40 }, (_, index) =>
  [
    `Place ${String(index % 3)}`,
    `dish ${String(index % 7)}`,
    `Guest ${String(index)}`,
    `${String(index)}.50`,
  ].join(','),
);
const QUOTED = 'Place 1,"tea\n\nwith ""milk"",\r\nor so",Guest 1,"1,50\n"';

describe('a part', () => {
  async function partsOf(text: string, partBytes: number, encoding: Encoding, bytes: Uint8Array) {
    const parts = new Parts(csvFile(new Uint8Array(bytes)), partBytes, encoding);
    const texts: string[] = [];
    const decoder = () => new TextDecoder(encoding, { ignoreBOM: true });
    for (let index = 0; index < parts.count;) {
      const part = await parts.read(index);
      texts.push(decoder().decode(part!.bytes));
      for (let skipped = index + 1; skipped < part!.next; skipped += 1) {
        expect(await parts.read(skipped)).toBeNull();
      }
      index = part!.next;
    }
    expect(texts.join('')).toBe(text);
    return texts;
  }

  const utf16 = (text: string) =>
    new Uint8Array(new Uint16Array(Array.from(text, (c) => c.charCodeAt(0))).buffer);

  test.each(['\n', '\r\n', '\r'])('starts after the line break %j', async (lineBreak) => {
    const text = ['a,b', '', 'ccc,d', 'e', ',,,,,,,,,,,,,,,,', ''].join(lineBreak);
    for (let size = 1; size <= text.length + 2; size += 1) {
      for (const own of [text, text + lineBreak, `${text}x`]) {
        const single = await partsOf(own, size, 'utf-8', new TextEncoder().encode(own));
        const double = await partsOf(own, size, 'utf-16le', utf16(own));
        for (const part of [...single.slice(0, -1), ...double.slice(0, -1)]) {
          expect(part.endsWith(lineBreak)).toBe(true);
        }
      }
    }
  });

  test('is extended to contain its longest line', async () => {
    const text = `a\n${'x'.repeat(300_000)}\nb\n`;
    const parts = await partsOf(text, 1000, 'utf-8', new TextEncoder().encode(text));
    expect(parts.map(({ length }) => length)).toEqual([300_003, 2]);
  });
});

test('a part ends within a line that is overlong', async () => {
  const mib = 2 ** 20;
  const parts = new Parts(csvFile(`a\n${'x'.repeat(40 * mib)}\nb\n`), 4 * mib, 'utf-8');
  expect(await parts.read(0)).toMatchObject({ bytes: { length: mib / 2 }, next: 1, isCut: true });
  expect(await parts.read(1)).toBeNull();
  expect(await parts.read(1, true)).toMatchObject({
    bytes: { length: 4 * mib },
    next: 2,
    isCut: true,
  });
  const last = parts.count - 1;
  expect(await parts.read(last - 1, true)).toMatchObject({ next: last, isCut: false });
});

describe('several readers', () => {
  async function outcome(
    text: string | Uint8Array<ArrayBuffer>,
    size: number,
    readers: number,
    choice: Choice,
  ) {
    const source = csvSource(text);
    const { layout } = await inspect(source, choice);
    const chunks: Chunk[] = [];
    for await (const chunk of directIngest.read(source, layout, { chunkBytes: size, readers })) {
      chunks.push(chunk);
    }
    return {
      ...(await readingOf(source, layout, size, readers)),
      bytes: chunks.reduce((sum, { counts }) => sum + counts.bytes, 0),
      unclosedQuotes: chunks.flatMap(({ unclosedQuotes }) => unclosedQuotes),
      middleHeaders: chunks.flatMap(({ middleHeaders }) => middleHeaders),
      headers: chunks.at(-1)!.headers,
    };
  }

  async function readWithAllReaders(text: string | Uint8Array<ArrayBuffer>, choice: Choice = {}) {
    const one = await outcome(text, 1_000_000, 1, choice);
    for (const readers of [2, 3, 4]) {
      for (const size of [1, 7, 40, 64, 150, 400]) {
        expect(await outcome(text, size, readers, choice)).toEqual(one);
      }
    }
    return one;
  }

  test('read the same lines as a single reader', async () => {
    const { orderLines } = await readWithAllReaders([HEADER, ...ORDERS].join('\n'));
    expect(orderLines).toHaveLength(40);
  });

  test('read quoted values that span many parts', async () => {
    const long = `Place 1,"${'tea, or so\n'.repeat(60)}",Guest 1,2`;
    const lines = [...ORDERS.slice(0, 9), QUOTED, ...ORDERS.slice(0, 3), long, long, ...ORDERS];
    const { orderLines } = await readWithAllReaders([HEADER, ...lines].join('\r\n'));
    expect(orderLines).toHaveLength(55);
  });

  test('apply a later header to the records after it', async () => {
    const later = ORDERS.map((order) => `${order.split(',').reverse().join(',')},note`);
    const again = 'food_cost,first_name,food_names,restaurant_names,remark';
    const lines = [...ORDERS, again, ...later, HEADER, ...ORDERS];
    const { orderLines, middleHeaders } = await readWithAllReaders([HEADER, ...lines].join('\n'));
    expect(orderLines).toHaveLength(120);
    expect(middleHeaders.map(({ kind }) => kind)).toEqual(['other', 'other']);
  });

  test('read records of another mapped width', async () => {
    const table = { header: ['', ...HEADER.split(',')], restaurant: null };
    const columns = { restaurant: 1, dish: 2, customer: 3, price: 4 };
    const lines = [...ORDERS, ...ORDERS.map((order) => `7,${order}`), 'x,y', ...ORDERS];
    const { orderLines, misshapen } = await readWithAllReaders([HEADER, ...lines].join('\n'), {
      otherTables: [{ ...table, columns }],
    });
    expect(orderLines).toHaveLength(120);
    expect(misshapen).toMatchObject([{ line: 82, reason: 'too few columns' }]);
  });

  test.each([false, true])('read a stray quote; as text: %s', async (strayQuotesAreText) => {
    const lines = [
      ...ORDERS,
      'Place 1,"tea,Guest 1,2',
      ...ORDERS,
      'Place 1,tea,"Guest,3',
      ...ORDERS,
    ];
    const { unclosedQuotes } = await readWithAllReaders([HEADER, ...lines].join('\n'), {
      strayQuotesAreText,
    });
    expect(unclosedQuotes).toHaveLength(strayQuotesAreText ? 0 : 1);
  });

  test('continue after an overlong record', async () => {
    const long = `Place 1,tea,${'x'.repeat(25 * 2 ** 20)}`;
    const text = [HEADER, ...ORDERS, long, ...ORDERS].join('\n');
    const one = await outcome(text, 4 * 2 ** 20, 1, {});
    expect(one.orderLines).toHaveLength(80);
    expect(one.misshapen).toHaveLength(1);
    expect(await outcome(text, 4 * 2 ** 20, 2, {})).toEqual(one);
  });

  test('skip titles longer than a part', async () => {
    const { orderLines } = await readWithAllReaders(
      ['Orders of the week', '', `as of ${'now '.repeat(40)}`, HEADER, ...ORDERS].join('\n'),
    );
    expect(orderLines[0]!.line).toBe(5);
  });

  test('leave the rest to one reader if there are many values', async () => {
    const source = csvSource([HEADER, ...ORDERS].join('\n'));
    const { layout } = await inspect(source);
    const partBytes = 100;
    const requests = [0, 0];
    const readers = requests.map((_, reader): PartReading => {
      const own = new PartReader({ file: source.file, layout, partBytes, reader, readers: 2 });
      return {
        read: (index, beginning) => {
          requests[reader]! += 1;
          return own.read(index, beginning);
        },
      };
    });
    const { count } = new Parts(source.file, partBytes, layout.encoding);
    const lines: number[] = [];
    for await (const { line } of new PartsInOrder(readers, layout, count, 20).chunks()) {
      lines.push(...line);
    }
    expect(lines).toEqual(ORDERS.map((_, index) => index + 2));
    expect(requests[0]! + requests[1]!).toBe(count);
    expect(requests[1]).toBeLessThan(count / 3);
    expect(requests[1]).toBeGreaterThan(0);
  });

  test('read other encodings', async () => {
    const text = [
      HEADER.replaceAll(',', '\t'),
      ...ORDERS.map((order) => order.replaceAll(',', '\t').replace('dish', '寿司\uFEFF')),
    ].join('\r\n');
    const units = Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0));
    const { orderLines } = await readWithAllReaders(new Uint8Array(units.buffer));
    expect(orderLines).toHaveLength(40);
  });
});
