import type { Messages } from '../index';

/** What stands around a table, a chart, a card. */
export const blocks: Messages['blocks'] = {};
