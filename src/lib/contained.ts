/**
 * Prevents direction marks and stacked accents in a text from a file from affecting the text around
 * it.
 */

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;
const POP_EMBEDDING = '\u202c';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Matches more combining marks than a letter can have without overlapping other lines. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu;

/** Truncates a text between characters, limits combining marks, and closes open direction marks. */
export function shortened(text: string, longest: number): string {
  const isCut = text.length > longest;
  const end = isCut && isHighSurrogate(text, longest - 1) ? longest - 1 : longest;
  const shown = (isCut ? `${text.slice(0, end)}…` : text).replace(STACKED_MARKS, '$1');
  return CONTROLS.test(shown) ? balanced(shown) : shown;
}

/** Isolates the text direction of a name in plain text, where no HTML element can do so. */
export function isolated(text: string): string {
  return CONTROLS.test(text) || RIGHT_TO_LEFT.test(text)
    ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
    : text;
}

function balanced(text: string): string {
  let shown = '';
  const open: string[] = [];
  for (const character of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push(POP_EMBEDDING);
    else if (/[\u2066-\u2068]/.test(character)) open.push(POP_ISOLATE);
    else if (character === POP_EMBEDDING || character === POP_ISOLATE) {
      if (open.at(-1) !== character) continue;
      open.pop();
    }
    shown += character;
  }
  return shown + open.reverse().join('');
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
