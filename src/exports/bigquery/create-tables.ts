import type { DescribedTable } from '../../sql/columns';
import { textLiteral } from '../../sql/googlesql';
import { DATASET, tableBody, tablePath } from './types';

export const DATASET_ABOUT = 'The five tables that Dishboard made of restaurant orders.';

/** Returns the name of the temporary table that `load.sh` loads and checks first. */
export function loadingName(name: string): string {
  return `${name}_loading`;
}

export function createTablesSql(tables: readonly DescribedTable[]): string {
  const statements = [
    `create schema if not exists \`${DATASET}\`\noptions (description = ${textLiteral(DATASET_ABOUT)});`,
    ...tables.map((table) => `${tableHead(table)};`),
  ];
  return `-- Creates the dataset and empty tables. Existing tables with these names are emptied.
-- If your dataset is not ${DATASET}, replace ${DATASET} by its name everywhere below.

${statements.join('\n\n')}
`;
}

/**
 * Replaces each table with its loaded copy in one step. `bq load --replace` would drop the keys,
 * and the free sandbox has no DML.
 */
export function replaceTablesSql(tables: readonly DescribedTable[]): string {
  const statements = tables.map((table) => {
    const names = table.columns.map(({ name }) => name).join(', ');
    const source = tablePath(loadingName(table.name));
    return `${tableHead(table)}\nas select ${names}\nfrom ${source};`;
  });
  return `-- For load.sh: replaces each table by its loaded and checked copy in one step, with descriptions and keys.

${statements.join('\n\n')}
`;
}

function tableHead(table: DescribedTable): string {
  return `create or replace table ${tablePath(table.name)} ${tableBody(table)}`;
}
