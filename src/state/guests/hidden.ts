/** Shown instead of a text that may contain a guest's name. */
export const HIDDEN = '(hidden)';
