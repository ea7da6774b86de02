/** The SQL console. */
export const console = {};
