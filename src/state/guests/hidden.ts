export const HIDDEN = '(hidden)';
