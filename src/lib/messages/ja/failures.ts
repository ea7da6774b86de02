import type { Messages } from '../index';

/** What went wrong and what to do. */
export const failures: Messages['failures'] = {};
