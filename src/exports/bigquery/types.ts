import { baseKind, isNullable } from '../../lib/kinds';
import type { DescribedColumn } from '../../sql/columns';

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

/** A string literal of GoogleSQL. */
export function sqlText(text: string): string {
  const escaped = text.replace(/[\\'\n\r]/g, (found) => ESCAPES.get(found)!);
  return `'${escaped}'`;
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);
