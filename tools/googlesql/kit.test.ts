/** Runs the kit's SQL in Google's engine, on tables that are loaded as `load.sh` loads them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadingName } from '../../src/exports/bigquery/create-tables';
import { sqlType, tablePath } from '../../src/exports/bigquery/types';
import { describedTable } from '../../src/sql/columns';
import { TABLE_NAMES } from '../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../../tests/support/engine';
import { kitOf, tableTexts } from '../../tests/support/kit';
import { exportedTables } from '../../tests/support/tables';
import { csvOf } from './compare';
import { openService, type Service } from './service';
import { TEXT, Warehouse } from './warehouse';

const ORDERS = `restaurant,dish,customer,price
"Luna, ""the"" bar",tea,Ann,4.50
"Luna, ""the"" bar",'; DROP TABLE x; --,Zoë,-9
寿司,=cmd(),__proto__,99999999.99
寿司,\`tea\`,ボブ,0.1
寿司,tea,\\,0.005
`;

const db = useEngine();
let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => {
  service.close();
});

async function kitAndData(text: string) {
  const data = await loadFiles(db, [csvFile(text)]);
  return { data, kit: await kitOf(data) };
}
type Data = Awaited<ReturnType<typeof kitAndData>>['data'];

const made = (kit: ReadonlyMap<string, string>) =>
  TABLE_NAMES.filter((name) => kit.has(`tables/${name}.csv`));

/** Loads copies of the kit's tables, which then replace the tables. `alter` changes each cell. */
async function load(
  kit: ReadonlyMap<string, string>,
  data: Data,
  alter: (cell: string) => string = (cell) => cell,
): Promise<Warehouse> {
  const warehouse = new Warehouse(service);
  await warehouse.run(kit.get('create_tables.sql')!);
  for (const name of made(kit)) {
    const { columns } = describedTable(name);
    const rows = tableTexts(data, name).map((row) =>
      row.map((cell) => ({ string_value: alter(cell ?? '') })),
    );
    const texts = columns.map((column) => ({ name: column.name, type: TEXT, required: false }));
    warehouse.put(`${name}_text`, { columns: texts, rows });
    const cells = columns.map((column) =>
      column.kind === 'text'
        ? column.name
        : `cast(nullif(${column.name}, '') as ${sqlType(column)}) as ${column.name}`,
    );
    await warehouse.run(
      `create table ${tablePath(loadingName(name))} as\nselect ${cells.join(', ')} from ${name}_text;`,
    );
  }
  await warehouse.run(kit.get('replace_tables.sql')!);
  return warehouse;
}

async function verdicts(kit: ReadonlyMap<string, string>, warehouse: Warehouse) {
  const { rows } = await warehouse.query(kit.get('verify.sql')!.replace(/;\s*$/, ''));
  return rows.map((row) => row.map((cell) => cell['string_value']));
}

test.each([
  ['with all columns', ORDERS],
  ['without customers', 'restaurant,dish,price\nA,tea,1\nB,tea,2.5\n'],
  ['without prices', 'restaurant,dish,customer\nA,tea,Ann\nB,tea,Bob\n'],
])('the kit of orders %s creates tables equal to the files', async (_, text) => {
  const { kit, data } = await kitAndData(text);
  const warehouse = await load(kit, data);
  expect(await verdicts(kit, warehouse)).toEqual(made(kit).map((name) => [name, 'OK']));
  const files = await exportedTables(data);
  for (const name of made(kit)) {
    const table = warehouse.table(`dishboard.${name}`);
    const sorted = (csv: string) => csv.split('\n').sort();
    expect(sorted(csvOf(table)), name).toEqual(sorted(files[name]));
  }
});

test('finds a changed name', async () => {
  const { kit, data } = await kitAndData(ORDERS);
  const warehouse = await load(kit, data, (cell) => (cell === 'Zoë' ? 'Zoe' : cell));
  const found = await verdicts(kit, warehouse);
  expect(found.map(([name, verdict]) => [name, verdict === 'OK'])).toEqual([
    ['restaurant_stats', true],
    ['popular_dishes', true],
    ['profitable_dishes', true],
    ['customer_stats', false],
    ['frequent_visitors', true],
  ]);
});

test('reports empty tables', async () => {
  const { kit } = await kitAndData(ORDERS);
  const warehouse = new Warehouse(service);
  await warehouse.run(kit.get('create_tables.sql')!);
  for (const [, verdict] of await verdicts(kit, warehouse))
    expect(verdict).toMatch(/^rows: 0 instead/);
});
