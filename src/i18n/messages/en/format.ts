/** How figures are written. */
export const format = {
  under: (figure: string) => `under ${figure}`,
  over: (figure: string) => `over ${figure}`,
  /** What is not there. */
  nothing: '—',
  /** Names or facts one after the other, without a word between them. */
  series: (items: readonly string[]) => items.join(', '),
  /** Sentences that follow each other. */
  paragraph: (sentences: readonly string[]) => sentences.join(' '),
};
