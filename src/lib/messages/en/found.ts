/** What was noticed in a file: notices, checks, hints, reasons. */
export const found = {};
