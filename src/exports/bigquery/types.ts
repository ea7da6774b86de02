import { baseKind, isNullable } from '../../lib/kinds';
import type { DescribedColumn, DescribedTable } from '../../sql/columns';
import { textLiteral } from '../../sql/googlesql';

/** Each kind's type in BigQuery: as SQL spells it, and as `bq` documents it for schema files. */
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

/** The dataset that all SQL of the kit names; `load.sh` puts the asked-for one in its place. */
export const DATASET = 'dishboard';

/** A table as all SQL of the kit calls it. */
export function tablePath(name: string): string {
  return `\`${DATASET}\`.${name}`;
}

/** What follows a table's name where it is created: columns with their types and descriptions, the key, and what it is. */
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
