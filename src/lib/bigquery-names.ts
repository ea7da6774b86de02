/**
 * The names that BigQuery goes by. What is taken here stands in a shell line and in an address as it
 * is, without quotes: letters, digits, hyphens and underscores, and never a hyphen first.
 */

/** Where the tables go. */
export interface Destination {
  readonly project: string;
  readonly dataset: string;
  /** Empty where BigQuery chooses. */
  readonly location: string;
}

export const NOWHERE: Destination = { project: '', dataset: '', location: '' };

/** What is wrong with a name; `empty` where there is none yet. */
export type ProjectFault = 'empty' | 'domain' | 'characters' | 'start' | 'length' | 'end';
export type DatasetFault = 'empty' | 'characters' | 'length';
export type LocationFault = 'characters' | 'unfinished';

export function projectFault(id: string): ProjectFault | null {
  if (id === '') return 'empty';
  // Projects of old, such as `example.com:orders`: whoever has one is told that it is known and not taken.
  if (/^[a-z0-9.-]+\.[a-z]+:[a-z0-9-]*$/.test(id)) return 'domain';
  if (/[^a-z0-9-]/.test(id)) return 'characters';
  if (!/^[a-z]/.test(id)) return 'start';
  if (id.length < 6 || id.length > 30) return 'length';
  return id.endsWith('-') ? 'end' : null;
}

export function datasetFault(name: string): DatasetFault | null {
  if (name === '') return 'empty';
  if (/[^A-Za-z0-9_]/.test(name)) return 'characters';
  return name.length > 1024 ? 'length' : null;
}

/** A location is `EU`, `US`, `asia-northeast1`, `aws-us-east-1` and so on; there will be others. */
export function locationFault(name: string): LocationFault | null {
  if (name === '') return null;
  if (name.length > 40 || !/^[A-Za-z]+(-[A-Za-z0-9]+)*-?$/.test(name)) return 'characters';
  return name.length < 2 || name.endsWith('-') ? 'unfinished' : null;
}

/** Whether the tables can go there. */
export function isDestination({ project, dataset, location }: Destination): boolean {
  return (
    projectFault(project) === null &&
    datasetFault(dataset) === null &&
    locationFault(location) === null
  );
}
