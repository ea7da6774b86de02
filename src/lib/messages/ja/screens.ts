import type { Messages } from '../index';

/** The screens around the reports. */
export const screens: Messages['screens'] = {};
