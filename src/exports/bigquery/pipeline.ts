/** The pipeline in GoogleSQL, which turns raw orders as text into the five tables. */
import { ROLES } from '../../domain/roles';
import { describedTable } from '../../sql/columns';
import { pipelineScript, RAW_ORDERS, type Mode } from '../../sql/googlesql';
import { missingFor, TABLE_NAMES, type TableName } from '../../sql/tables';
import loadRaw from './load_raw.sh?raw';
import { loadEncoding, rawSchemaJson, rawTableOf, type RawOrders } from './raw-orders';
import { tableBody } from './types';

export interface PipelineFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Returns the files for orders with one layout. `load_raw.sh` loads the orders with
 * `raw_schema.json`. `pipeline.sql` then makes the tables, or `append.sql` adds the orders to
 * earlier loads.
 */
export function pipelineFiles(orders: RawOrders): PipelineFile[] {
  return [
    { name: 'pipeline.sql', text: script(orders, 'replace') },
    { name: 'append.sql', text: script(orders, 'append') },
    { name: 'load_raw.sh', text: loadRawScript(orders) },
    { name: 'raw_schema.json', text: rawSchemaJson(orders) },
  ];
}

const OPENINGS: Readonly<Record<Mode, string>> = {
  replace: `-- Makes the tables from the raw orders in ${RAW_ORDERS}, which load_raw.sh loads as text. The rules are Dishboard's:
-- rows are cleaned, unusable rows are listed with reasons (rejected_rows), and the others are added up (dish_sales,
-- customer_visits) and ranked. This replaces the earlier tables. It needs no DML and can be run again at any time.
--
--   bq --dataset_id=PROJECT:DATASET query --use_legacy_sql=false < pipeline.sql
--
-- In the console, choose the dataset as the default dataset in the query's settings.
`,
  append: `-- Adds the orders in ${RAW_ORDERS} to the earlier loads. Its rows are cleaned and added up like in pipeline.sql. Then the
-- tables are made again from the rollups of all loads, so only new orders cost time. A second run with the same name
-- replaces the first and adds nothing twice. It needs no DML.
--
--   bq --dataset_id=PROJECT:DATASET query --use_legacy_sql=false --parameter=load::2026-11-23 < append.sql
--
-- In the console, choose the dataset as the default dataset in the query's settings.
`,
};

function script(orders: RawOrders, mode: Mode): string {
  const roles = ROLES.filter((role) => orders.columns.some((column) => column.role === role));
  const heads = new Map<TableName, string>(
    TABLE_NAMES.filter((name) => missingFor(name, roles).length === 0).map((name) => [
      name,
      tableBody(describedTable(name)),
    ]),
  );
  return `${OPENINGS[mode]}\n${pipelineScript(rawTableOf(orders), heads, mode)}`;
}

function loadRawScript(orders: RawOrders): string {
  const { encoding, convertFrom } = loadEncoding(orders.encoding);
  const values: Readonly<Record<string, string>> = {
    RAW_ORDERS,
    DELIMITER: quoteForShell(orders.delimiter === '\t' ? 'tab' : orders.delimiter),
    QUOTE: quoteForShell(orders.quote ?? ''),
    HEADER_LINES: String(orders.headerLines),
    ENCODING: encoding,
    CONVERT_FROM: quoteForShell(convertFrom ?? ''),
  };
  return loadRaw.replace(/@([A-Z_]+)@/g, (_, name: string) => values[name]!);
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
