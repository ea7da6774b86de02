/** Words around figures and lists. */
export const format = {
  under: (figure: string) => `under ${figure}`,
  over: (figure: string) => `over ${figure}`,
  /** An empty cell. */
  nothing: '—',
  series: (items: readonly string[]) => items.join(', '),
  paragraph: (sentences: readonly string[]) => sentences.join(' '),
};
