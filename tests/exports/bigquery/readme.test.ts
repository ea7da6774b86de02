import { beforeAll, describe, expect, test } from 'vitest';
import { pipelineFiles } from '../../../src/exports/bigquery/pipeline';
import { lookerGuide } from '../../../src/exports/bigquery/looker-guide';
import { ORDERS } from './orders';
import { describedTable } from '../../../src/sql/columns';
import { TABLE_NAMES } from '../../../src/sql/tables';
import { csvFile, loadFiles, useEngine } from '../../support/engine';
import { KIT_ARCHIVE, kitOf, schemasOf } from '../../support/kit';

const db = useEngine();

let kit = new Map<string, string>();
let readme = '';

beforeAll(async () => {
  const header = 'restaurant_names,food_names,first_name,food_cost\n';
  const data = await loadFiles(db, [csvFile(`${header}A,tea,Bob,1\nB,tea,Bob,2\n`)]);
  kit = await kitOf(data, [...pipelineFiles(ORDERS), lookerGuide(data.results)]);
  readme = kit.get('README.md')!;
});

function section(heading: string): string {
  const [, part = ''] = readme.split(`\n## ${heading}\n`);
  return part.split('\n## ')[0]!;
}

/** The rows of the tables in a text, without heads and Markdown marks. */
function rowsIn(text: string): string[][] {
  const lines = text.split('\n');
  return lines
    .filter(
      (line, index) =>
        line.startsWith('|') && !/^\| -/.test(line) && !/^\| -/.test(lines[index + 1] ?? ''),
    )
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replace(/^(`|\*\*)(.*)\1$/, '$2')),
    );
}

const CONSOLE = 'In the console, without a shell';

describe('the console steps', () => {
  test('create the dataset and tables, load the files and verify, in this order', () => {
    const steps = [...section(CONSOLE).matchAll(/^\*\*(\d)\. (.*?)\*\*/gm)];
    expect(steps.map(([, number, name]) => `${number!} ${name!}`)).toEqual([
      '1 Create the dataset',
      '2 Create the tables.',
      '3 Load each table.',
      '4 Check.',
    ]);
    const [first, second, third, fourth] = section(CONSOLE)
      .split(/^\*\*\d\. /m)
      .slice(1);
    expect(first).toContain('**Create dataset**');
    expect(second).toContain('paste all of `create_tables.sql` and press **Run**');
    expect(third).toContain('Press **Create table**');
    expect(fourth).toContain('paste all of `verify.sql` and press **Run**');
  });

  test('name the same dataset as the SQL', () => {
    const [[field, dataset]] = rowsIn(section(CONSOLE)) as [[string, string]];
    expect(field).toBe('Dataset ID');
    expect(kit.get('create_tables.sql')).toContain(`create schema if not exists \`${dataset}\`\n`);
    for (const file of ['create_tables.sql', 'verify.sql']) {
      for (const table of TABLE_NAMES) {
        expect(kit.get(file)).toMatch(new RegExp(`\`${dataset}\`\\.${table}\\b`));
      }
    }
  });

  test('name a file and its schema in the ZIP for each table', () => {
    const rows = rowsIn(section(CONSOLE)).filter(([file]) => file?.startsWith('tables/'));
    expect(rows.map(([, table]) => table)).toEqual(TABLE_NAMES);
    for (const [file, table, schema] of rows as [string, string, string][]) {
      const [head] = kit.get(file)!.split('\n');
      const fields = JSON.parse(kit.get(schema)!) as { name: string }[];
      expect(fields.map(({ name }) => name).join(',')).toBe(head);
      expect(kit.get('create_tables.sql')).toContain(
        `create or replace table \`dishboard\`.${table} (`,
      );
    }
  });

  test('fill in each field like load.sh', () => {
    const fields = new Map(
      rowsIn(section(CONSOLE))
        .filter(([place]) =>
          ['Source', 'Destination', 'Schema', 'Advanced options'].includes(place!),
        )
        .map(([, field, value]) => [field, value]),
    );
    expect(Object.fromEntries(fields)).toEqual({
      'Create table from': 'Upload',
      'Select file': 'press **Browse** and choose the file from the table above',
      'File format': 'CSV',
      Project: 'your project',
      Dataset: 'dishboard',
      Table: 'the name from the table above',
      'Table type': 'Native table',
      'Auto detect': 'off',
      'Edit as text': 'on; then paste the schema file from the table above',
      'Write preference': 'Write if empty',
      'Number of errors allowed': '0',
      'Field delimiter': 'Comma',
      'Header rows to skip': '1',
      'Quoted newlines': 'on',
    });
    const script = kit.get('load.sh')!;
    expect(script).toContain(`--source_format=${fields.get('File format')!} `);
    expect(script).toContain(`--skip_leading_rows=${fields.get('Header rows to skip')!} `);
    expect(script).toContain(`--max_bad_records=${fields.get('Number of errors allowed')!} `);
    expect(script).toContain('--allow_quoted_newlines ');
    expect(script).toContain('--noautodetect ');
  });

  test('name files that are too large for the console', async () => {
    expect(readme).not.toContain('Use Cloud Shell for this kit.');
    const { consoleSteps } = await import('../../../src/exports/bigquery/readme-console');
    const table = describedTable('customer_stats');
    expect(consoleSteps([{ table, bytes: 100_000_001 }])).toContain(
      "`tables/customer_stats.csv` is larger than the console's limit of 100 MB. Use Cloud Shell for this kit.",
    );
  });
});

test('the Cloud Shell lines name the ZIP and its script', () => {
  const [, lines = ''] = /```sh\n([^`]*)```/.exec(section('In Cloud Shell, in three lines'))!;
  const [unzip, cd, load, ...more] = lines.trimEnd().split('\n');
  expect(more).toEqual([]);
  const folder = /^unzip -o (\S+) -d (\S+)$/.exec(unzip!)!;
  expect(folder[1]).toBe(KIT_ARCHIVE);
  expect(cd).toBe(`cd ${folder[2]!}`);
  expect(load).toBe('bash load.sh PROJECT dishboard EU');
  expect(kit.has('load.sh')).toBe(true);
});

test('names exactly the files of the kit', () => {
  const named = new Set(
    [...readme.matchAll(/`((?:tables\/|schemas\/)?\w+\.(?:csv|json|sql|sh|md))`/g)].map(
      ([, name]) => name!,
    ),
  );
  named.add('README.md');
  expect([...named].sort()).toEqual([...kit.keys()].sort());
});

test('describes each column like its schema', () => {
  for (const [table, fields] of schemasOf(kit)) {
    const [, part = ''] = readme.split(`\n### ${table}\n`);
    const rows = rowsIn(part.split('\n### ')[0]!);
    expect(rows.map(([name, , text]) => [name, text])).toEqual(
      fields.map(({ name, description }) => [name, description]),
    );
  }
  expect(readme).toContain('**Do not add up distinct customers.**');
});

test('does not mention customers without a customer column', async () => {
  const orders = csvFile('restaurant_names,food_names\nA,tea\n');
  const text = (await kitOf(await loadFiles(db, [orders]))).get('README.md')!;
  expect(text).toMatch(/^# Two tables for BigQuery\n/);
  expect(text).not.toContain('Do not add up distinct customers');
});

test('states the limits of the sandbox', () => {
  expect(section('In the free sandbox')).toMatch(/60 days.*10 GB.*no DML/s);
});
