import type { Messages } from '../index';

/** What was noticed in a file: notices, checks, hints, reasons. */
export const found: Messages['found'] = {};
