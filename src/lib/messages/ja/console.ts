import type { Messages } from '../index';

/** The SQL console. */
export const console: Messages['console'] = {};
