import type { Messages } from '../index';

/** Questions, definitions, labels and findings of the reports and their charts. */
export const reports: Messages['reports'] = {};
