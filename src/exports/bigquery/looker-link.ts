import type { Destination } from '../../lib/bigquery-names';
import type { TableName } from '../../sql/tables';

/** See https://developers.google.com/looker-studio/integrate/linking-api */
const ADDRESS = 'https://lookerstudio.google.com/reporting/create';

/**
 * Returns a link to a blank report with the tables as sources. Queries are billed to the project of
 * the tables.
 */
export function reportLink(
  { project, dataset }: Pick<Destination, 'project' | 'dataset'>,
  tables: readonly TableName[],
): string {
  const sources = tables.flatMap((table, index) =>
    Object.entries({
      connector: 'bigQuery',
      type: 'TABLE',
      projectId: project,
      billingProjectId: project,
      datasetId: dataset,
      tableId: table,
      datasourceName: table,
    }).map(([name, value]) => [`ds.ds${String(index)}.${name}`, value] as const),
  );
  const parameters = [['c.mode', 'edit'], ['r.reportName', `Dishboard ${dataset}`], ...sources];
  // Spaces become %20, because not every reader decodes a plus.
  return `${ADDRESS}?${parameters.map(([name, value]) => `${name!}=${encodeURIComponent(value!)}`).join('&')}`;
}

/**
 * Returns the command that loads the tables of the kit, to be run in the folder of the kit. Names
 * that `bigquery-names.ts` accepts need no quotes.
 */
export function loadLine({ project, dataset, location }: Destination): string {
  return ['bash load.sh', project, dataset, location].filter((part) => part !== '').join(' ');
}
