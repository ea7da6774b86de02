/**
 * Loads the sample as tills, spreadsheets and archives write it. Each variant must give the same
 * five CSVs.
 */
import { readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import type { TableName } from '../src/sql/tables';
import { loadFiles, useEngine } from './support/engine';
import { referenceTables, type OrderLine } from './support/reference';
import { SAMPLE, sampleLines } from './support/sample';
import { toShiftJis } from './support/shift-jis';
import { exportedTables } from './support/tables';
import { workbookBytes } from './support/workbook';

type Bytes = Uint8Array<ArrayBuffer>;

const HEADER = ['restaurant_names', 'food_names', 'first_name', 'food_cost'];
const JAPANESE_HEADER = ['店舗名', '商品名', '氏名', '金額'];
const UTF_16_MARK = '\uFEFF';

const lines = sampleLines();
const japanese = lines.map((line): OrderLine => ({
  restaurant: `${line.restaurant}店`,
  dish: `${line.dish}定食`,
  customer: `${line.customer}さん`,
  price: line.price,
}));

function textOf(
  header: readonly string[],
  own: readonly OrderLine[],
  { delimiter = ',', mark = '.', lineBreak = '\n' } = {},
): string {
  const rows = own.map(({ restaurant, dish, customer, price }) => {
    const hundredths = String(price).padStart(3, '0');
    const amount = `${hundredths.slice(0, -2)}${mark}${hundredths.slice(-2)}`;
    return [restaurant, dish, customer, amount].join(delimiter);
  });
  return [header.join(delimiter), ...rows, ''].join(lineBreak);
}

/** A workbook of one sheet with shared strings and numeric cells. */
function workbookOf(rows: readonly (readonly (string | number)[])[]): Bytes {
  const shared = new Map<string, number>();
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return `<c><v>${String(value)}</v></c>`;
    const index = shared.get(value) ?? shared.size;
    shared.set(value, index);
    return `<c t="s"><v>${String(index)}</v></c>`;
  };
  const sheet = rows
    .map((row, index) => `<row r="${String(index + 1)}">${row.map(cell).join('')}</row>`)
    .join('');
  const strings = [...shared.keys()].map((text) => `<t>${text}</t>`);
  return workbookBytes({ sheets: [{ name: 'Orders', rows: sheet }], strings });
}

const plain = () => new Uint8Array(readFileSync(SAMPLE));
const column = (pick: (line: OrderLine) => string) => lines.map(pick);

const VARIANTS: [string, string, readonly OrderLine[], () => Bytes][] = [
  ['Shift_JIS', 'orders.csv', japanese, () => toShiftJis(textOf(JAPANESE_HEADER, japanese))],
  [
    'UTF-16 with tabs and CRLF, from Excel',
    'orders.txt',
    japanese,
    () => {
      const style = { delimiter: '\t', lineBreak: '\r\n' };
      const text = UTF_16_MARK + textOf(JAPANESE_HEADER, japanese, style);
      return new Uint8Array(Buffer.from(text, 'utf16le'));
    },
  ],
  [
    'semicolons and decimal commas',
    'orders.csv',
    lines,
    () => strToU8(textOf(HEADER, lines, { delimiter: ';', mark: ',', lineBreak: '\r\n' })),
  ],
  ['gzip', 'data.csv.gz', lines, () => gzipSync(plain())],
  ['zip', 'data.zip', lines, () => zipSync({ 'orders/data.csv': plain() })],
  [
    'xlsx',
    'data.xlsx',
    lines,
    () =>
      workbookOf([
        HEADER,
        ...lines.map(({ restaurant, dish, customer, price }) => [
          restaurant,
          dish,
          customer,
          Number(price) / 100,
        ]),
      ]),
  ],
  [
    'parquet',
    'data.parquet',
    lines,
    () =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: HEADER[0]!, data: column(({ restaurant }) => restaurant), type: 'STRING' },
            { name: HEADER[1]!, data: column(({ dish }) => dish), type: 'STRING' },
            { name: HEADER[2]!, data: column(({ customer }) => customer), type: 'STRING' },
            {
              name: HEADER[3]!,
              data: lines.map(({ price }) => Number(price) / 100),
              type: 'DOUBLE',
            },
          ],
        }),
      ),
  ],
];

describe('150,000 lines', () => {
  const db = useEngine();
  const references = new Map<readonly OrderLine[], Record<TableName, string>>();
  const expectedOf = (own: readonly OrderLine[]) => {
    const known = references.get(own) ?? referenceTables(own);
    references.set(own, known);
    return known;
  };

  test.each(VARIANTS)('as %s', async (_, name, own, make) => {
    const data = await loadFiles(db, [new File([make()], name)]);
    expect(data.receipt).toMatchObject({ read: 150_000, kept: 150_000, rejected: 0 });
    expect(await exportedTables(data)).toEqual(expectedOf(own));
  });
});
