import type { DescribedTable } from '../../sql/columns';
import { consoleSteps, type TableFile } from './readme-console';
import { schemaMode, sqlType } from './types';

interface KitContents {
  readonly archive: string;
  readonly date: string;
  readonly files: readonly TableFile[];
  /** The names of the tables that need a column the orders lack. */
  readonly leftOut: readonly string[];
  /** The files of the kit besides the files of the tables. */
  readonly further: readonly string[];
}

export function readmeMarkdown({ archive, date, files, leftOut, further }: KitContents): string {
  const tables = files.map(({ table }) => table);
  const hasPipeline = further.includes('pipeline.sql');
  return [
    opening(date, tables, leftOut, further),
    cloudShell(archive),
    consoleSteps(files),
    SANDBOX,
    refresh(hasPipeline),
    ...(hasPipeline ? [pipeline(date)] : []),
    TROUBLE,
    columns(tables),
  ].join('\n');
}

function opening(
  date: string,
  tables: readonly DescribedTable[],
  leftOut: readonly string[],
  further: readonly string[],
): string {
  const others = [...FURTHER_FILES].filter(([name]) => further.includes(name));
  const missing =
    leftOut.length === 0
      ? ''
      : `\nNot in this kit, because the orders lack a column that ${leftOut.length === 1 ? 'it needs' : 'they need'}: ${leftOut.map((name) => `\`${name}\``).join(', ')}.\n`;
  return `# ${count(tables.length)} for BigQuery

Made by Dishboard on ${date}. You can load ${tables.length === 1 ? 'it' : 'them'} with one command in a shell, or by hand in the console. The result and the check are the same.
${missing}
| file | what it is |
| ---- | ---------- |
| \`tables/\` | the tables as CSV: UTF-8, comma, one header line |
| \`schemas/\` | their schemas: name, type, mode and description of each column |
| \`load.sh\` | creates the dataset, loads the tables and checks them |
| \`create_tables.sql\` | creates the dataset and empty tables, for the console |
| \`replace_tables.sql\` | replaces the tables by the loaded ones, for \`load.sh\` |
| \`verify.sql\` | checks the tables: one row per table with \`OK\` or the difference |
| \`manifest.json\` | the source files, and the SHA-256 of each file in the kit |
${others.map(([name, about]) => `| \`${name}\` | ${about} |\n`).join('')}`;
}

function cloudShell(archive: string): string {
  return `## In Cloud Shell, in three lines

Open <https://shell.cloud.google.com>, press ⋮, then **Upload**, and choose the ZIP. Then run this with your project's ID instead of \`PROJECT\`:

\`\`\`sh
unzip -o ${archive} -d dishboard_kit
cd dishboard_kit
bash load.sh PROJECT dishboard EU
\`\`\`

\`dishboard\` is the dataset. The script creates it if it does not exist. \`EU\` is its location (or \`US\`, \`asia-northeast1\` …). You can leave the location out if the dataset exists. The script ends with one line per table that says \`OK\`. On your own computer, install the Google Cloud CLI, log in with \`gcloud auth login\`, and run the same commands.

The script first loads copies (\`restaurant_stats_loading\` and so on) and checks them. Only then does it replace each table in one step, with descriptions and key. If anything fails before that, your tables stay unchanged. You can run it as often as you like.
`;
}

const SANDBOX = `## In the free sandbox

BigQuery works without a credit card, within limits. Tables expire after 60 days, storage is limited to 10 GB, and there is no DML (\`INSERT\`, \`UPDATE\`, \`DELETE\`, \`MERGE\`). This kit needs no DML: it loads files and creates tables. To keep the tables for another 60 days, load the kit again.
`;

function refresh(hasPipeline: boolean): string {
  const append = hasPipeline
    ? "- **Append**: keep raw orders in BigQuery and add each day or month with `load_raw.sh --append`. This suits daily orders, and files too large for a browser. Choose one of the two ways, because each replaces the other's tables.\n"
    : '';
  return `## With new orders

- **Replace**: drop all orders on Dishboard, old and new, and download the kit again. Run its \`load.sh\` with the same project and dataset, or repeat steps 2 to 4 in the console. This replaces the whole tables. Dashboards keep working, because names and columns do not change.
${append}
Do not load a kit with only the new orders: ranks and distinct customers cannot be added up.
`;
}

/** The optional files of the kit, in the order in which the README lists them. */
const FURTHER_FILES: ReadonlyMap<string, string> = new Map([
  ['load_raw.sh', 'loads raw orders as text and makes the tables in BigQuery'],
  ['raw_schema.json', 'the columns of raw orders, for `load_raw.sh`'],
  [
    'pipeline.sql',
    'cleans raw orders by the same rules, rejects unusable rows with reasons, and makes the tables, for `load_raw.sh`',
  ],
  ['append.sql', 'adds one load of raw orders and makes the tables again, for `load_raw.sh`'],
  [
    'looker_studio.md',
    'the dashboard: a link to a report with the tables, and a recipe for each chart',
  ],
]);

function pipeline(date: string): string {
  return `## The same from raw orders, in BigQuery

Use this for daily orders, or for files too large for a browser. The files must be CSV with the same columns, delimiter and encoding as the first file in \`manifest.json\`. Save workbook sheets and Parquet files as CSV in UTF-8 first. The files may be on your computer or in Cloud Storage:

\`\`\`sh
bash load_raw.sh PROJECT dishboard EU orders.csv
bash load_raw.sh PROJECT dishboard EU 'gs://bucket/orders-*.csv'
bash load_raw.sh --append ${date} PROJECT dishboard EU orders.csv
\`\`\`

The first two commands make the tables from the loaded files only (\`pipeline.sql\`), by the same rules as Dishboard. The last one adds a load to the earlier ones (\`append.sql\`). You choose the load's name, and the same name again replaces that load. \`verify.sql\` checks only the tables of this kit, and not tables made from raw orders.
`;
}

const TROUBLE = `## When something is not OK

On loading in the console:

- \`Could not parse 'customer_count' as INT64\` or similar: the header was read as a row. **Header rows to skip** must be \`1\`.
- \`Already Exists: Table\`: the table already has rows. Repeat step 2, which empties all tables, and then step 3 for each table.

In the check:

- \`rows: 12 instead of 6\`: the file was loaded twice. Repeat steps 2 and 3 for all tables, or run \`load.sh\`.
- \`rows: 0 instead of 6\`: the file was not loaded after step 2.
- A sum differs, or only \`the rows are not those of the file\`: the table has another load, or a spreadsheet program has saved the file. Use the files from the ZIP unchanged. \`manifest.json\` has their SHA-256.
- \`Not found: Table\`: a table is not loaded yet, or \`verify.sql\` names another dataset.
- \`Not found: Dataset … was not found in location …\`: the query runs in another location. Choose the dataset's location in the query settings, or leave \`LOCATION\` out.
`;

function columns(tables: readonly DescribedTable[]): string {
  const sections = tables.map(({ name, about, key, columns: own }) => {
    const rows = own.map((column) => {
      const mode = schemaMode(column) === 'NULLABLE' ? ', may be NULL' : '';
      return `| \`${column.name}\` | ${sqlType(column)}${mode} | ${column.description} |`;
    });
    return `### ${name}

${about} Key: ${key.map((column) => `\`${column}\``).join(', ')}.

| column | type | what it is |
| ------ | ---- | ---------- |
${rows.join('\n')}
`;
  });
  const hasCustomers = tables.some(({ name }) => name === 'customer_stats');
  return `## What the columns mean

A visit is an order line. A customer is a distinct name. Amounts are exact, with two decimal places, in the currency of the orders.
${hasCustomers ? DISTINCT_CUSTOMERS : ''}
${sections.join('\n')}`;
}

const DISTINCT_CUSTOMERS = `
**Do not add up distinct customers.** The sum of \`customer_count\` over restaurants is not the number of customers, because a customer of two restaurants counts in both. Count the rows of \`customer_stats\` instead.
`;

function count(tables: number): string {
  return tables === 1 ? 'One table' : `${WORDS[tables] ?? String(tables)} tables`;
}

const WORDS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five' };
