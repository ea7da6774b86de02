import type { Messages } from '../index';

/** What dishes cost to make. */
export const costs: Messages['costs'] = {};
