import type { DescribedTable } from '../../sql/columns';
import { consoleSteps, type TableFile } from './readme-console';
import { schemaMode, sqlType } from './types';

interface Told {
  /** The name of the ZIP file. */
  readonly archive: string;
  readonly date: string;
  readonly files: readonly TableFile[];
  /** Tables that the orders have no column for. */
  readonly leftOut: readonly string[];
  /** Files of the kit besides those of the tables. */
  readonly further: readonly string[];
}

/** Returns the kit's `README.md`, in English. */
export function readmeMarkdown({ archive, date, files, leftOut, further }: Told): string {
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
      : `\nNot in this kit, for the orders have no column that ${leftOut.length === 1 ? 'it is' : 'they are'} made from: ${leftOut.map((name) => `\`${name}\``).join(', ')}.\n`;
  return `# ${count(tables.length)} for BigQuery

Made by Dishboard on ${date}. There are two ways to load ${tables.length === 1 ? 'it' : 'them'}: one line in a shell, or some clicks in the console. Both end with the same tables and the same check.
${missing}
| file | what it is |
| ---- | ---------- |
| \`tables/\` | the tables as CSV: UTF-8, comma, one header line |
| \`schemas/\` | their schemas: name, type, mode and description of each column |
| \`load.sh\` | makes the dataset, loads the tables and checks them |
| \`create_tables.sql\` | the dataset and the tables, empty: for the console |
| \`replace_tables.sql\` | puts loaded tables in place: for \`load.sh\` |
| \`verify.sql\` | the check: one row per table, \`OK\` or the difference |
| \`manifest.json\` | what the kit was made from, and the SHA-256 of each file |
${others.map(([name, about]) => `| \`${name}\` | ${about} |\n`).join('')}`;
}

function cloudShell(archive: string): string {
  return `## In Cloud Shell, in three lines

Open <https://shell.cloud.google.com>, press ⋮, then **Upload**, and take the ZIP. Then, with the ID of your project in place of \`PROJECT\`:

\`\`\`sh
unzip -o ${archive} -d dishboard_kit
cd dishboard_kit
bash load.sh PROJECT dishboard EU
\`\`\`

\`dishboard\` is the dataset, and made where it is missing; \`EU\` is where (\`US\`, \`asia-northeast1\` and so on), and may be left out where the dataset is there already. It ends with a line per table and \`OK\`. On your own computer, install the Google Cloud CLI, log in with \`gcloud auth login\`, and do the same.

It loads all tables beside those of before (as \`restaurant_stats_loading\` and so on), checks them there, and only then replaces, each table in one step, with its descriptions and its key. Whatever fails until then leaves the tables of before as they were. It may be run as often as you like.
`;
}

const SANDBOX = `## In the free sandbox

BigQuery works without a credit card, within limits: tables go 60 days after they were made, there are 10 GB of storage, and no DML (\`INSERT\`, \`UPDATE\`, \`DELETE\`, \`MERGE\`). This kit needs none of it: it loads files and creates tables. To have the tables for another 60 days, load the kit again.
`;

function refresh(hasPipeline: boolean): string {
  const append = hasPipeline
    ? "- **Append**: raw orders in BigQuery, and each day's or month's added to them by `load_raw.sh --append`. For those whose orders come every day, or are more than a browser should read. Choose one of the two ways: the tables of one replace those of the other.\n"
    : '';
  return `## With new orders

- **Replace**: drop all orders on Dishboard, those of before and the new ones, download the kit again, and run its \`load.sh\` with the same project and dataset (or do steps 2 to 4 in the console again). The tables are replaced as a whole; what was loaded before leaves no trace in them. Dashboards stay as they are: names and columns do not change.
${append}
Do not load a kit of the new orders alone: the tables hold ranks and distinct customers, which cannot be added to.
`;
}

/** Optional files of the kit, in this order. */
const FURTHER_FILES: ReadonlyMap<string, string> = new Map([
  [
    'load_raw.sh',
    'loads raw orders, all columns as text, and makes the tables of them in BigQuery',
  ],
  ['raw_schema.json', 'the columns of raw orders: for `load_raw.sh`'],
  [
    'pipeline.sql',
    'cleans raw orders as Dishboard does, sets aside with the reasons what cannot be used, and makes the tables: for `load_raw.sh`',
  ],
  [
    'append.sql',
    'adds one load of raw orders to what is there, and makes the tables again: for `load_raw.sh`',
  ],
  [
    'looker_studio.md',
    'the dashboard: a link that opens a report with the tables, and its charts one by one',
  ],
]);

function pipeline(date: string): string {
  return `## The same from raw orders, in BigQuery

For more orders than a browser should read, or new ones every day. The files must be CSV and written as the first one is that this kit was made from (the first in \`manifest.json\`): columns, delimiter, encoding. Sheets of a workbook and Parquet files must be saved as CSV in UTF-8 before. They come from your computer or from Cloud Storage:

\`\`\`sh
bash load_raw.sh PROJECT dishboard EU orders.csv
bash load_raw.sh PROJECT dishboard EU 'gs://bucket/orders-*.csv'
bash load_raw.sh --append ${date} PROJECT dishboard EU orders.csv
\`\`\`

The first two make the tables of what they load alone, by \`pipeline.sql\`: the rules are the same. The last one adds a load to those of before, by \`append.sql\`, which costs what is new and not what is old; the name of the load is yours to choose, and the same name again replaces that load. \`verify.sql\` knows only the tables of this kit, and not those that were made so.
`;
}

const TROUBLE = `## When something is not OK

On loading in the console:

- \`Could not parse 'customer_count' as INT64\` or the like: the header was taken for a row. **Header rows to skip** must be \`1\`.
- \`Already Exists: Table\`: the table has rows already. Do step 2, which empties all tables, and then step 3 for each of them.

In the check:

- \`rows: 12 instead of 6\`: the file was loaded twice. Do steps 2 and 3 again for all tables, or run \`load.sh\`.
- \`rows: 0 instead of 6\`: the file was not loaded after step 2.
- A sum differs, or \`the rows are not those of the file\` alone: the table holds another load, or a spreadsheet program has opened and saved the file on its way. Take the files from the ZIP as they are; \`manifest.json\` has their SHA-256.
- \`Not found: Table\`: a table was not loaded yet, or \`verify.sql\` names another dataset than yours.
- \`Not found: Dataset … was not found in location …\`: the query runs elsewhere. Choose the dataset's location in the settings of the query, or leave \`LOCATION\` out.
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
**Do not add up distinct customers.** The sum of \`customer_count\` over restaurants is not the number of customers: who visits two restaurants is in both. Count the rows of \`customer_stats\` instead.
`;

function count(tables: number): string {
  return tables === 1 ? 'One table' : `${WORDS[tables] ?? String(tables)} tables`;
}

const WORDS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five' };
