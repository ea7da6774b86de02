import type { DescribedTable } from '../../sql/columns';
import { schemaMode, schemaType } from './types';

/** Returns the schema file of a table, for `bq load` and for `Edit as text` in the console. */
export function schemaJson({ columns }: DescribedTable): string {
  const fields = columns.map((column) => ({
    name: column.name,
    type: schemaType(column),
    mode: schemaMode(column),
    description: column.description,
  }));
  return `${JSON.stringify(fields, null, 2)}\n`;
}
