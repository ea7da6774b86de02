import type { TableName } from '../../sql/tables';
import { DATASET_ABOUT } from './create-tables';
import script from './load.sh?raw';
import { DATASET } from './types';

/** `load.sh` for the tables that are in the kit. */
export function loadScript(tables: readonly TableName[]): string {
  return script
    .replaceAll('@TABLES@', tables.join(' '))
    .replaceAll('@DATASET_ABOUT@', shellText(`--description=${DATASET_ABOUT}`))
    .replaceAll('@DATASET@', DATASET);
}

/** One word of a shell. */
function shellText(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
