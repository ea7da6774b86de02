/** How figures are written. */
export const format = {
  under: (figure: string) => `under ${figure}`,
  over: (figure: string) => `over ${figure}`,
  /** What is not there. */
  nothing: '—',
};
