import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES, type TableName } from '../../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../../support/engine';
import { kitOf, schemasOf, tableTexts, warehouseOf } from '../../support/kit';
import { SAMPLE } from '../../support/sample';

const db = useEngine();

const NASTY = [
  'restaurant_names,food_names,first_name,food_cost',
  `"Bob's ""Inn"", Ltd",=cmd(),José,4.50`,
  `\`tick\`,'; DROP TABLE x; --,山田 太郎,1.25`,
  `${'長'.repeat(300)},back\\slash \\n,Zoë 😀,-0.75`,
  '`tick`,tea,@x,99999999.99',
  '"two',
  'lines","quoted ""dish""",+1,0',
  'NULL,null,\\N,2',
  '0x1F,007,1e3,3',
].join('\n');

const ORDERS: [name: string, text: string][] = [
  ['nasty names', NASTY],
  ['no customer', 'restaurant_names,food_names,food_cost\nA,tea,1\nB,cake,3\nA,tea,-7.05\n'],
  ['no price', 'restaurant_names,food_names,first_name\nA,tea,Ann\nB,cake,Bob\nB,tea,Ann\n'],
  ['no dish', 'restaurant_names,first_name,food_cost\nA,Ann,1\nB,Bob,2.5\n'],
];

describe.each([...ORDERS, ['the sample', readFileSync(SAMPLE, 'utf8')]])(
  'a kit of %s',
  (_, text) => {
    test('gives the same tables when its files are loaded with its schemas', async () => {
      const data = await loadFiles(db, [csvFile(text)]);
      const kit = await kitOf(data);
      const warehouse = await warehouseOf(kit);
      try {
        const names = [...schemasOf(kit).keys()] as TableName[];
        expect(names.length).toBeGreaterThan(0);
        for (const name of names) {
          const columns = Object.entries(TABLES[name]).map(([column, kind]) =>
            kind.startsWith('money') ? `${column}::decimal(38, 2)` : column,
          );
          const loaded = warehouse.ask(`select ${columns.join(', ')} from ${name}`);
          expect(loaded).toEqual(tableTexts(data, name));
        }
      } finally {
        warehouse.close();
      }
    });

    test('is verified by the figures of the loaded tables', async () => {
      const kit = await kitOf(await loadFiles(db, [csvFile(text)]));
      const warehouse = await warehouseOf(kit);
      try {
        for (const [name, fields] of schemasOf(kit)) {
          const numbers = fields.filter(({ type }) => type !== 'STRING');
          const cells = fields.map(({ name: column, type }) => {
            const shown = type === 'NUMERIC' ? `${column}::decimal(38, 2)` : column;
            return `coalesce(${shown}::varchar, '')`;
          });
          const digits = `sha256(concat_ws(chr(31), ${cells.join(', ')}))[1:12]`;
          const measures = [
            'count(*)',
            ...numbers.map(({ name: column, type }) => {
              const sum = `coalesce(sum(${column}), 0)`;
              return type === 'NUMERIC' ? `${sum}::decimal(38, 2)` : sum;
            }),
            `coalesce(sum(('0x' || ${digits})::bigint), 0)`,
          ];
          const [figures] = warehouse.ask(`select ${measures.join(', ')} from ${name}`);
          expect(figures).toEqual(expectedFigures(kit.get('verify.sql')!, name));
        }
      } finally {
        warehouse.close();
      }
    });
  },
);

/** The expected row count, sums and fingerprint of a table in verify.sql. */
function expectedFigures(sql: string, table: string): string[] {
  const part = sql.slice(sql.indexOf(`'${table}' as table_name`));
  const end = part.indexOf('\n  from (');
  const found = part.slice(0, end).matchAll(/if\(\w+ = (?:numeric ')?(-?[\d.]+)'?, null/g);
  return Array.from(found, ([, figure]) => figure!);
}
