import { baseKind } from '../../lib/kinds';
import { moneyToDecimal } from '../../domain/money';
import type { DescribedColumn, DescribedTable } from '../../sql/columns';
import { textLiteral } from '../../sql/googlesql';
import { CELL_SEPARATOR, FINGERPRINT_BYTES, type Figures } from './figures';
import { DATASET, tablePath } from './types';

export interface Checked {
  readonly table: DescribedTable;
  readonly figures: Figures;
}

/** Returns a query with one row per table: `OK`, or how the table differs from its file. */
export function verifySql(checked: readonly Checked[]): string {
  const parts = checked.map(tableCheck);
  return `-- Compares the loaded tables with the files: one row per table with OK or the difference.
-- If your dataset is not ${DATASET}, replace ${DATASET} by its name everywhere below.

select table_name, result
from (
${parts.join('\n  union all\n')}
)
order by place
`;
}

/**
 * Returns the part of the query that checks one table. Its messages contain no commas, because
 * `load.sh` reads them as CSV.
 */
function tableCheck({ table, figures }: Checked, place: number): string {
  const sums = [...figures.sums].map(([name, sum]) => {
    const column = table.columns.find((each) => each.name === name)!;
    const isMoney = baseKind(column.kind) === 'money';
    return { name, expected: isMoney ? moneyToDecimal(sum) : String(sum), isMoney };
  });
  const differences = [
    difference('row_count', String(figures.rows), 'rows', '%d'),
    ...sums.map(({ name, expected, isMoney }) =>
      difference(`sum_${name}`, literal(expected), `sum of ${name}`, isMoney ? '%.2f' : '%t'),
    ),
    `      if(fingerprint = ${literal(String(figures.fingerprint))}, null, 'the rows are not those of the file')`,
  ];
  const measures = [
    'count(*) as row_count',
    ...sums.map(({ name }) => `ifnull(sum(cast(${name} as numeric)), 0) as sum_${name}`),
    `ifnull(sum(${rowFingerprint(table.columns)}), 0) as fingerprint`,
  ];
  return `  select
    ${String(place + 1)} as place,
    ${textLiteral(table.name)} as table_name,
    ifnull(nullif(array_to_string([
${differences.join(',\n')}
    ], '; '), ''), 'OK') as result
  from (
    select
      ${measures.join(',\n      ')}
    from ${tablePath(table.name)}
  )`;
}

function difference(measure: string, expected: string, words: string, format: string): string {
  const shown = expected.replace(/^numeric '(.*)'$/, '$1');
  const text = textLiteral(`${words}: ${format} instead of ${shown}`);
  return `      if(${measure} = ${expected}, null, format(${text}, ${measure}))`;
}

function literal(number: string): string {
  return `numeric '${number}'`;
}

/** Returns an SQL expression for the hash of a row, which must match `figuresOf`. */
function rowFingerprint(columns: readonly DescribedColumn[]): string {
  const separator = `\\x${CELL_SEPARATOR.charCodeAt(0).toString(16).padStart(2, '0')}`;
  const row = `array_to_string([${columns.map(cellText).join(', ')}], '${separator}', '')`;
  const digits = `substr(to_hex(sha256(${row})), 1, ${String(2 * FINGERPRINT_BYTES)})`;
  return `cast(cast(concat('0x', ${digits}) as int64) as numeric)`;
}

function cellText({ name, kind }: DescribedColumn): string {
  const base = baseKind(kind);
  if (base === 'text') return name;
  return base === 'money' ? `format('%.2f', ${name})` : `cast(${name} as string)`;
}
