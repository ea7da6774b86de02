import type { Statement } from './engine';

/**
 * The maximum number of groups, as a binary logarithm, for which DuckDB groups integers by array
 * lookup instead of hashing. Most files have fewer groups.
 */
const TUNING = ['set perfect_ht_threshold = 16'];

/**
 * The settings that lock DuckDB, in the required order. It then reads only inserted data and loads
 * no extensions, and the settings cannot be changed. With autoload enabled, a missing extension
 * would trap the WebAssembly.
 */
const LOCKDOWN = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set allow_community_extensions = false',
  'set enable_external_access = false',
  'set lock_configuration = true',
];

export const SETTINGS: readonly Statement[] = [...TUNING, ...LOCKDOWN].map((sql) => ({
  name: 'settings',
  sql,
}));
