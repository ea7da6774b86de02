import type { Messages } from '../index';

/** Hidden names and the stand-alone report. */
export const sharing: Messages['sharing'] = {};
