/**
 * Validates names for BigQuery. Valid names consist of letters, digits, hyphens and underscores,
 * without a leading hyphen, so they need no quotes in shell commands and URLs.
 */

export interface Destination {
  readonly project: string;
  readonly dataset: string;
  /** The location; empty for the default of BigQuery. */
  readonly location: string;
}

export const NO_DESTINATION: Destination = { project: '', dataset: '', location: '' };

/** The reason why a name is invalid. It is `empty` if the name is not filled in yet. */
export type ProjectFault = 'empty' | 'domain' | 'characters' | 'start' | 'length' | 'end';
export type DatasetFault = 'empty' | 'characters' | 'length';
export type LocationFault = 'characters' | 'unfinished';

export function projectFault(id: string): ProjectFault | null {
  if (id === '') return 'empty';
  // A legacy project such as `example.com:orders` is valid but unsupported, so it gets its own
  // message.
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

/**
 * Checks only the form of a location, because there is no complete list: `EU`, `US`,
 * `asia-northeast1`, `aws-us-east-1` and so on.
 */
export function locationFault(name: string): LocationFault | null {
  if (name === '') return null;
  if (name.length > 40 || !/^[A-Za-z]+(-[A-Za-z0-9]+)*-?$/.test(name)) return 'characters';
  return name.length < 2 || name.endsWith('-') ? 'unfinished' : null;
}

export function isDestination({ project, dataset, location }: Destination): boolean {
  return (
    projectFault(project) === null &&
    datasetFault(dataset) === null &&
    locationFault(location) === null
  );
}
