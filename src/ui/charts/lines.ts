/** Wraps and shortens texts on a canvas. */
import { clip } from '../../i18n/format';
import { locale } from '../../i18n/locale';

export type Measuring = Pick<CanvasRenderingContext2D, 'measureText'>;

/** Wraps a text to lines of `width` pixels. Words that do not fit are shortened. */
export function wrap(context: Measuring, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of piecesOf(text)) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && context.measureText(longer.trimEnd()).width <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(shorten(context, piece.trimEnd(), width) + (/\s$/.exec(piece)?.[0] ?? ''));
    }
  }
  return lines.map((line) => line.trimEnd());
}

/**
 * Japanese has no spaces, so a line can end after any character, but punctuation must not begin a
 * line.
 */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uff65]/u;
const NEVER_FIRST = /^[\p{Pe}\p{Pf}、。，．・：；！？ー々…%％]/u;
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of wordsOf(text)) {
    const before = pieces.at(-1);
    if (before === undefined || mayPart(before, word)) pieces.push(word);
    else pieces[pieces.length - 1] = before + word;
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return Array.from(text);
  const words = new Intl.Segmenter(locale().language, { granularity: 'word' });
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function mayPart(before: string, word: string): boolean {
  if (/^\s/.test(word)) return false;
  if (/\s$/.test(before)) return true;
  const [last = '', first = ''] = [Array.from(before).at(-1), Array.from(word)[0]];
  const isUnspaced = UNSPACED.test(last) || UNSPACED.test(first);
  return isUnspaced && !NEVER_FIRST.test(word) && !NEVER_LAST.test(before);
}

/** Shortens a text to one line of `width` pixels. */
export function shorten(context: Measuring, text: string, width: number): string {
  const whole = clip(text);
  if (context.measureText(whole).width <= width) return whole;
  const characters = Array.from(whole);
  let [least, most] = [0, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const isWithin = context.measureText(`${characters.slice(0, middle).join('')}…`).width <= width;
    if (isWithin) least = middle;
    else most = middle - 1;
  }
  return `${characters.slice(0, least).join('').trimEnd()}…`;
}
