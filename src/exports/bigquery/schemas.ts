import type { DescribedTable } from '../../sql/columns';
import { schemaMode, schemaType } from './types';

/** Returns a table's schema file, for `bq load` and the console's `Edit as text`. */
export function schemaJson({ columns }: DescribedTable): string {
  const fields = columns.map((column) => ({
    name: column.name,
    type: schemaType(column),
    mode: schemaMode(column),
    description: column.description,
  }));
  return `${JSON.stringify(fields, null, 2)}\n`;
}
