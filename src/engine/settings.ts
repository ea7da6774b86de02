import type { Statement } from './engine';

/**
 * Binary logarithm of the number of groups up to which integers are grouped by array lookup instead
 * of hashing. Most files have fewer.
 */
const TUNING = ['set perfect_ht_threshold = 16'];

/**
 * The lockdown, in the required order: DuckDB reads only inserted data and loads no extensions, and
 * this cannot be changed later. With autoload enabled, a missing extension traps the WebAssembly.
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
