import type { Statement } from './engine';

/**
 * What DuckDB may not do, in the order that holds: it reads nothing but what we insert, loads no
 * extension (with autoload on, a missing one traps the wasm), and cannot be told otherwise later.
 */
export const LOCKDOWN: readonly Statement[] = [
  'set autoload_known_extensions = false',
  'set autoinstall_known_extensions = false',
  'set allow_community_extensions = false',
  'set enable_external_access = false',
  'set lock_configuration = true',
].map((sql) => ({ name: 'lockdown', sql }));
