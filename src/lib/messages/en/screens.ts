/** The screens around the reports. */
export const screens = {};
