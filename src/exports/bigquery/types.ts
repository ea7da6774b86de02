import { baseKind, isNullable } from '../../lib/kinds';
import type { DescribedColumn, DescribedTable } from '../../sql/columns';
import { textLiteral } from '../../sql/googlesql';

/** The type of each kind in BigQuery, by its names in SQL and in schema files. */
const TYPES = {
  text: { sql: 'STRING', schema: 'STRING' },
  count: { sql: 'INT64', schema: 'INTEGER' },
  money: { sql: 'NUMERIC', schema: 'NUMERIC' },
} as const;

export function sqlType({ kind }: DescribedColumn): string {
  return TYPES[baseKind(kind)].sql;
}

export function schemaType({ kind }: DescribedColumn): string {
  return TYPES[baseKind(kind)].schema;
}

export function schemaMode({ kind }: DescribedColumn): 'NULLABLE' | 'REQUIRED' {
  return isNullable(kind) ? 'NULLABLE' : 'REQUIRED';
}

/** The name of the dataset in all SQL of the kit. `load.sh` replaces it by the chosen name. */
export const DATASET = 'dishboard';

export function tablePath(name: string): string {
  return `\`${DATASET}\`.${name}`;
}

/** Returns what follows the name of a table in `create table`: columns, key and description. */
export function tableBody({ about, key, columns }: DescribedTable): string {
  const elements = [
    ...columns.map(columnDefinition),
    `primary key (${key.join(', ')}) not enforced`,
  ];
  return `(
${elements.map((element) => `    ${element}`).join(',\n')}
)
options (description = ${textLiteral(about)})`;
}

function columnDefinition(column: DescribedColumn): string {
  const required = schemaMode(column) === 'REQUIRED' ? ' not null' : '';
  const described = `options (description = ${textLiteral(column.description)})`;
  return `${column.name} ${sqlType(column).toLowerCase()}${required} ${described}`;
}
