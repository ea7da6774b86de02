import type { DescribedTable } from '../../sql/columns';
import { textLiteral } from '../../sql/googlesql';
import { DATASET, tableBody, tablePath } from './types';

export const DATASET_ABOUT = 'The five tables that Dishboard made of restaurant orders.';

/** What `load.sh` calls the tables into which it loads before they are checked. */
export function loadingName(name: string): string {
  return `${name}_loading`;
}

/** The dataset and the tables, empty. */
export function createTablesSql(tables: readonly DescribedTable[]): string {
  const statements = [
    `create schema if not exists \`${DATASET}\`\noptions (description = ${textLiteral(DATASET_ABOUT)});`,
    ...tables.map((table) => `${tableHead(table)};`),
  ];
  return `-- The dataset, and the tables without a row. Tables of these names that are there already are emptied.
-- With another dataset than ${DATASET}, put its name in place of ${DATASET} everywhere below.

${statements.join('\n\n')}
`;
}

/** Each table in one step from its loaded copy. A load that replaces would drop the keys; DML is not to be had everywhere. */
export function replaceTablesSql(tables: readonly DescribedTable[]): string {
  const statements = tables.map((table) => {
    const names = table.columns.map(({ name }) => name).join(', ');
    const source = tablePath(loadingName(table.name));
    return `${tableHead(table)}\nas select ${names}\nfrom ${source};`;
  });
  return `-- For load.sh: puts the tables that it has loaded and checked in place of those of before, each in one step,
-- with their descriptions and keys.

${statements.join('\n\n')}
`;
}

function tableHead(table: DescribedTable): string {
  return `create or replace table ${tablePath(table.name)} ${tableBody(table)}`;
}
