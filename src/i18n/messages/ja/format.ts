import type { Messages } from '../index';

/** Words around numbers and lists. */
export const format: Messages['format'] = {
  under: (figure) => `${figure}未満`,
  over: (figure) => `${figure}超`,
  nothing: '—',
  series: (items) => items.join('、'),
  paragraph: (sentences) => sentences.join(''),
};
