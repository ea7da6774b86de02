import type { TableName } from '../../sql/tables';
import { DATASET_ABOUT } from './create-tables';
import script from './load.sh?raw';
import { DATASET } from './types';

/** Returns `load.sh` for the tables in the kit. */
export function loadScript(tables: readonly TableName[]): string {
  return script
    .replaceAll('@TABLES@', tables.join(' '))
    .replaceAll('@DATASET_ABOUT@', shellText(`--description=${DATASET_ABOUT}`))
    .replaceAll('@DATASET@', DATASET);
}

/** Quotes a text as one shell word. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
