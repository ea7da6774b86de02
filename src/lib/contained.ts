/** Texts of a file amid our own: what they hold must not turn, cover or break what stands around them. */

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;
const TURNS = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;
const POP_EMBEDDING = '\u202c';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** More marks on one letter reach into the lines above and below. */
const TOWERS = /(\p{M}{8})\p{M}+/gu;

/** As much of it as has room, no character cut in half, and closed in itself. */
export function shortened(text: string, longest: number): string {
  const isCut = text.length > longest;
  const end = isCut && isHighSurrogate(text, longest - 1) ? longest - 1 : longest;
  const shown = (isCut ? `${text.slice(0, end)}…` : text).replace(TOWERS, '$1');
  return CONTROLS.test(shown) ? balanced(shown) : shown;
}

/** For a sentence that no element can part from the name in it: it runs in its own direction, and nothing else does. */
export function isolated(text: string): string {
  return CONTROLS.test(text) || TURNS.test(text)
    ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
    : text;
}

/** What is opened is closed, and nothing is closed that was opened before it. */
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
