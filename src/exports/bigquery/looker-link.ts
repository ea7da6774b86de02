import type { Destination } from '../../lib/bigquery-names';
import type { TableName } from '../../sql/tables';

/** Looker Studio's and Data Studio's alike: https://developers.google.com/looker-studio/integrate/linking-api */
const ADDRESS = 'https://lookerstudio.google.com/reporting/create';

/** Opens a blank report with the tables as its sources, at the cost of the project that has them. */
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
  // A space as %20: not every reader of addresses takes a plus for one.
  return `${ADDRESS}?${parameters.map(([name, value]) => `${name!}=${encodeURIComponent(value!)}`).join('&')}`;
}

/** What loads the kit's tables, to be run in its folder. Names that `bigquery-names.ts` takes need no quotes. */
export function loadLine({ project, dataset, location }: Destination): string {
  return ['bash load.sh', project, dataset, location].filter((part) => part !== '').join(' ');
}
