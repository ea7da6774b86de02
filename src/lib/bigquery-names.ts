/**
 * Validates BigQuery names. Valid names are safe in shell commands and URLs without quotes:
 * letters, digits, hyphens and underscores, without a leading hyphen.
 */

export interface Destination {
  readonly project: string;
  readonly dataset: string;
  /** Empty for BigQuery's default. */
  readonly location: string;
}

export const NO_DESTINATION: Destination = { project: '', dataset: '', location: '' };

/** Why a name is invalid; `empty` if it is not filled in yet. */
export type ProjectFault = 'empty' | 'domain' | 'characters' | 'start' | 'length' | 'end';
export type DatasetFault = 'empty' | 'characters' | 'length';
export type LocationFault = 'characters' | 'unfinished';

export function projectFault(id: string): ProjectFault | null {
  if (id === '') return 'empty';
  // Legacy projects such as `example.com:orders` are valid but unsupported, so they get their own
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

/** Locations are open-ended: `EU`, `US`, `asia-northeast1`, `aws-us-east-1` and so on. */
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
