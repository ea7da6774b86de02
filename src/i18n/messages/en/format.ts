/** Words around numbers and lists. */
export const format = {
  under: (figure: string) => `under ${figure}`,
  over: (figure: string) => `over ${figure}`,
  /** Shown in an empty cell. */
  nothing: '—',
  series: (items: readonly string[]) => items.join(', '),
  paragraph: (sentences: readonly string[]) => sentences.join(' '),
};
