/** What stands where nothing can tell whether it holds a guest's name. */
export const HIDDEN = '(hidden)';
