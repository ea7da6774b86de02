/** Detects numbers roughly. The models in `sql/staging` decide which values are valid prices. */

export type DecimalMark = '.' | ',';

const NOT_IN_A_NUMBER = /[\p{Sc}\p{White_Space}\u200B\uFEFF()+-]/gu;
const NUMBER: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/,
  ',': /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d*)?$|^,\d+$/,
};

/** Reduces a text to digits and marks in ASCII. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(NOT_IN_A_NUMBER, '');
}

export function isNumber(text: string, mark: DecimalMark): boolean {
  return NUMBER[mark].test(plainNumber(text));
}

export function looksLikeNumber(text: string): boolean {
  const plain = plainNumber(text);
  return NUMBER['.'].test(plain) || NUMBER[','].test(plain);
}
