/** What went wrong and what to do. */
export const failures = {};
