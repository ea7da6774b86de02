/** The pipeline in GoogleSQL: from raw orders as text to the five tables. */
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
 * Returns the files for orders with one layout. `load_raw.sh` loads them with `raw_schema.json`,
 * `pipeline.sql` makes the tables, and `append.sql` adds one load.
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
  replace: `-- From the raw orders in ${RAW_ORDERS}, all of text as load_raw.sh loads them, to the tables: cleaned, rejected with
-- reasons (rejected_rows), added up (dish_sales, customer_visits) and ranked, as Dishboard does it in the browser.
-- Whatever was there before is replaced. It needs no DML, and may be run again at any time.
--
--   bq --dataset_id=PROJECT:DATASET query --use_legacy_sql=false < pipeline.sql
--
-- In the console, choose the dataset as the default dataset in the query's settings.
`,
  append: `-- Adds one load of orders, those in ${RAW_ORDERS}, to what is there: its rows are cleaned and added up as pipeline.sql does
-- it, and the tables are made anew from the rollups of all loads. So it costs what is new, and not what is old.
-- It needs no DML. Run again under the same name it replaces what it has added, and adds nothing twice.
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
    DELIMITER: shellText(orders.delimiter === '\t' ? 'tab' : orders.delimiter),
    QUOTE: shellText(orders.quote ?? ''),
    HEADER_LINES: String(orders.headerLines),
    ENCODING: encoding,
    CONVERT_FROM: shellText(convertFrom ?? ''),
  };
  return loadRaw.replace(/@([A-Z_]+)@/g, (_, name: string) => values[name]!);
}

/** Quotes a text as one shell word. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
