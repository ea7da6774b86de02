import type { TableName } from '../../sql/tables';
import { DATASET_ABOUT } from './create-tables';
import script from './load.sh?raw';
import { DATASET } from './types';

export function loadScript(tables: readonly TableName[]): string {
  return script
    .replaceAll('@TABLES@', tables.join(' '))
    .replaceAll('@DATASET_ABOUT@', quoteForShell(`--description=${DATASET_ABOUT}`))
    .replaceAll('@DATASET@', DATASET);
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
