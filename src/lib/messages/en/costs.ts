/** What dishes cost to make. */
export const costs = {};
