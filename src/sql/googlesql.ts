/** Turns the models into a script for BigQuery that creates a table from each one. */
import { ROLES, type Role } from '../domain/roles';
import { MARTS, ROLLUPS, STAGING } from '.';
import functions from './functions.googlesql.sql?raw';
import type { Model } from './model';
import { TABLE_NAMES, type TableName } from './tables';
import { TOTAL_WORDS_FUNCTION } from './total-words';

export const GOOGLESQL_FUNCTIONS: Model = { name: 'functions.googlesql', sql: functions };

export const RAW_ORDERS = 'raw_orders';

/** Column names that the script adds to those of the raw table. */
export const TAKEN_COLUMNS: readonly string[] = [
  'source',
  'line',
  'is_total',
  'faults',
  'amount',
  'reasons',
];

/** The raw table; all its columns are text. */
export interface RawTable {
  /** Its columns in order. A role's column has the role's name. */
  readonly columns: readonly string[];
  readonly decimalMark: '.' | ',';
  readonly priceIsLineTotal: boolean;
  /** The name of the restaurant if the orders have no column for restaurants. */
  readonly restaurant: string | null;
}

/**
 * `replace` makes the tables from the raw table alone. `append` keeps several loads and replaces
 * only the one named by the parameter `load`.
 */
export type Mode = 'replace' | 'append';

/** Maps each table to the text between its name and `as`: columns, key and description. */
export type TableHeads = ReadonlyMap<TableName, string>;

/** A GoogleSQL string literal in printable ASCII. */
export function textLiteral(text: string): string {
  const escaped = text.replace(/[\\'\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === '\\' || character === "'") return `\\${character}`;
    return `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`;
  });
  return `'${escaped}'`;
}

/**
 * Returns the script from the raw table to the five result tables, in the query's default dataset.
 */
export function pipelineScript(table: RawTable, heads: TableHeads, mode: Mode): string {
  return [
    part('The settings of the raw table.', [temporary('reading', reading(table, mode))]),
    functions,
    TOTAL_WORDS_FUNCTION.sql,
    part(
      'Each distinct raw value is cleaned once. Here the code of a value is its text, and the chunk is the whole raw table.',
      [
        temporary('raw_values', rawValues(table)),
        temporary('names', names(table)),
        temporary('prices', prices(table)),
        temporary('quantities', quantities(table)),
      ],
    ),
    part('Each order line is kept, or rejected with its reasons.', [
      ...byLoad(
        'rejected_rows',
        'Rows of the raw table that could not be used, and why.',
        rejectedRows(table),
        mode,
      ),
      temporary('raw_lines', keptLines(table)),
      `assert exists (select 1 from raw_lines)\nas 'No row of ${RAW_ORDERS} can be used: rejected_rows has the reasons. The tables are as they were.';\n`,
    ]),
    part('The rollups: small tables of sums.', [
      temporary('coded_sales', ROLLUPS.coded_sales.sql),
      temporary('coded_visits', ROLLUPS.coded_visits.sql),
      temporary('named_sales', ROLLUPS.named_sales.sql),
      ...byLoad(
        'source_dish_sales',
        'What each load adds to dish_sales.',
        ROLLUPS.fresh_dish_sales.sql,
        mode,
      ),
      ...byLoad(
        'source_customer_visits',
        'What each load adds to customer_visits.',
        ROLLUPS.fresh_customer_visits.sql,
        mode,
      ),
      permanent(
        'dish_sales',
        described('One row per restaurant and dish, over all loads.'),
        ROLLUPS.dish_sales.sql,
      ),
      permanent(
        'customer_visits',
        described('One row per restaurant and customer, over all loads.'),
        ROLLUPS.customer_visits.sql,
      ),
    ]),
    part(
      'The tables. BigQuery keeps no row order. The comment above each table names the order of its report.',
      [
        ...TABLE_NAMES.filter((name) => heads.has(name)).map((name) => {
          const { query, order } = unordered(MARTS[name]);
          return `-- ${order}\n${permanent(name, heads.get(name)!, query)}`;
        }),
      ],
    ),
  ].join('\n');
}

/**
 * Splits off the last line, which orders the rows: a table has no order, and sorting millions of
 * rows can fail.
 */
export function unordered({ name, sql }: Model): { query: string; order: string } {
  const found = /^([^]*\n)(order by [^\n]*)\n$/.exec(sql);
  if (!found) throw new Error(`${name} does not end with its order`);
  return { query: found[1]!, order: found[2]! };
}

function part(title: string, statements: readonly string[]): string {
  return `-- ${title}\n\n${statements.join('\n')}`;
}

function temporary(name: string, query: string): string {
  return `create temp table ${name} as\n${query.trimEnd()};\n`;
}

function permanent(name: string, head: string, query: string): string {
  return `create or replace table ${name}\n${head} as\n${query.trimEnd()};\n`;
}

function described(text: string): string {
  return `options (description = ${textLiteral(text)})`;
}

/**
 * Returns the statements for a table with the rows of all loads. They replace only the rows of the
 * current load.
 */
function byLoad(name: string, about: string, query: string, mode: Mode): string[] {
  const freshName = `fresh_${name.replace('source_', '')}`;
  const own = `select *\nfrom ${freshName}`;
  const fresh = temporary(freshName, query);
  if (mode === 'replace') return [fresh, permanent(name, described(about), own)];
  return [
    fresh,
    `create table if not exists ${name} as\n${own}\nlimit 0;\n`,
    permanent(
      name,
      described(about),
      `select *\nfrom ${name}\nwhere source <> (select source from reading)\nunion all\n${own}`,
    ),
  ];
}

function has({ columns }: RawTable, role: Role): boolean {
  return columns.includes(role);
}

function reading(table: RawTable, mode: Mode): string {
  const { decimalMark, priceIsLineTotal, restaurant } = table;
  const columns = [
    mode === 'append'
      ? '-- The name of this load, such as 2026-11-23. In the console, replace @load by the name in quotes.\n    @load as source'
      : "-- The name of this load in source_dish_sales, source_customer_visits and rejected_rows.\n    'all' as source",
    `-- The decimal mark of prices and quantities: '.' or ','.\n    '${decimalMark}' as decimal_mark`,
    `-- If true, quantities do not multiply prices.\n    ${String(priceIsLineTotal)} as price_is_line_total`,
  ];
  if (!has(table, 'restaurant')) {
    columns.push(
      `-- The restaurant of all rows.\n    ${textLiteral(restaurant ?? '')} as restaurant`,
    );
  }
  return `select\n${columns.map((column) => `    ${column}`).join(',\n')}`;
}

const ROLES_WITH_NAMES = ['restaurant', 'dish', 'customer'] as const satisfies readonly Role[];

/** The value of a role without a column is an empty text. */
const NO_COLUMN = "''";

function codeOf(table: RawTable, role: Role): string {
  return has(table, role) ? `ifnull(${role}, '')` : NO_COLUMN;
}

function rawValues(table: RawTable): string {
  const values = ROLES.filter((role) => has(table, role)).map(
    (role) =>
      `    select distinct '${role}' as role, ${codeOf(table, role)} as code, ${codeOf(table, role)} as text\n    from ${RAW_ORDERS}`,
  );
  if (!has(table, 'restaurant')) {
    values.unshift(
      `    select 'restaurant' as role, ${NO_COLUMN} as code, restaurant as text\n    from reading`,
    );
  }
  return `-- BigQuery loads invalid bytes as U+FFFD.
select role, code, text, case when strpos(text, '\\uFFFD') = 0 then 1 else 0 end as is_valid
from (
${values.join('\n    union all\n')}
)`;
}

function names(table: RawTable): string {
  // A restaurant name that the user entered is cleaned like a name from the table.
  const missing = ROLES_WITH_NAMES.filter((role) => role !== 'restaurant' && !has(table, role));
  const model = STAGING.clean_names.sql;
  if (missing.length === 0) return model;
  const rows = missing.map(
    (role) =>
      `union all\nselect '${role}' as role, ${NO_COLUMN} as code, null as name, null as reason, null as is_total, null as raw`,
  );
  return `select *\nfrom (\n${model})\n${rows.join('\n')}`;
}

function prices(table: RawTable): string {
  if (has(table, 'price')) return STAGING.clean_prices.sql;
  return `select ${NO_COLUMN} as code, cast(null as numeric) as price, cast(null as string) as reason, cast(null as string) as raw`;
}

function quantities(table: RawTable): string {
  if (has(table, 'quantity')) return STAGING.clean_quantities.sql;
  return `select ${NO_COLUMN} as code, 1 as quantity, 1 as factor, cast(null as string) as reason`;
}

/** Puts the model judged_lines between its input `suspects` and a query that reads it. */
function judged(suspects: string, query: string): string {
  return `with suspects as (\n${suspects}\n),\n\njudged_lines as (\n${STAGING.judged_lines.sql})\n\n${query}`;
}

function keptLines(table: RawTable): string {
  const codes = ROLES.map((role) => `        ${codeOf(table, role)} as ${role}`);
  // The line is NULL, because a table in BigQuery has no line numbers.
  return judged(
    `    select\n        cast(null as int64) as line,\n${codes.join(',\n')}\n    from ${RAW_ORDERS}`,
    `select line, ${ROLES.join(', ')}\nfrom judged_lines\nwhere reasons is null`,
  );
}

function rejectedRows(table: RawTable): string {
  const others = table.columns.filter((column) => !isRole(column));
  const columns = [
    ...others.map((column) => `        ${column}`),
    ...ROLES.map((role) => `        ${codeOf(table, role)} as ${role}`),
  ];
  const own = table.columns.map((column) => `    judged_lines.${column},`);
  return judged(
    `    select\n${columns.join(',\n')}\n    from ${RAW_ORDERS}`,
    `select\n    reading.source,\n${own.join('\n')}\n    judged_lines.reasons\nfrom judged_lines\ncross join reading\nwhere judged_lines.reasons is not null`,
  );
}

function isRole(column: string): boolean {
  return ROLES.some((role) => role === column);
}
