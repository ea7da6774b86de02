import type { Statement } from './engine';

/** Integers are grouped by looking their groups up, not by hashing them, up to 2 to this power of groups: most files have fewer. */
const TUNING = ['set perfect_ht_threshold = 16'];

/**
 * What DuckDB may not do, in the order that holds: it reads nothing but what we insert, loads no
 * extension (with autoload on, a missing one traps the wasm), and cannot be told otherwise later.
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
