/** Cleans values by the documented rules, with big integers instead of SQL. */

export type Mark = '.' | ',';
export type Cleaned<T> = { readonly value: T } | { readonly reason: string };

/** Unicode's white space, the byte order mark and the zero-width space. */
const WHITE_SPACE = /[\p{White_Space}\uFEFF\u200B]+/gu;
const LIMIT = 10_000_000_000n;
const MOST_PIECES = 1_000_000n;

export function cleanText(raw: string, role: string): Cleaned<string> {
  const kept = Array.from(raw).filter((character) => !isControl(character));
  const value = kept
    .join('')
    .split(WHITE_SPACE)
    .filter((word) => word !== '')
    .join(' ')
    .normalize('NFC');
  return value === '' ? { reason: `missing ${role}` } : { value };
}

/** Returns a price in hundredths, or the reason for its rejection. */
export function cleanPrice(raw: string, mark: Mark): Cleaned<bigint> {
  const text = asciiOf(raw.replace(/\p{Sc}/gu, ''));
  if (text === '') return { reason: 'missing price' };
  const { isNegative, magnitude } = signOf(text);
  const [whole = '', fraction = '', ...rest] = magnitude.split(mark);
  const digits = digitsOf(whole, mark);
  if (digits === null || rest.length > 0 || !/^[0-9]*$/.test(fraction) || digits + fraction === '')
    return { reason: 'bad price' };
  const cut = BigInt(digits + fraction.slice(0, 2).padEnd(2, '0'));
  const hundredths = cut + (fraction.charAt(2) >= '5' ? 1n : 0n);
  if (hundredths >= LIMIT) return { reason: 'price out of range' };
  return { value: isNegative ? -hundredths : hundredths };
}

/** Returns a whole number. The text can have one sign, and zeros after the decimal mark. */
export function cleanQuantity(raw: string, mark: Mark): Cleaned<number> {
  const text = asciiOf(raw);
  if (text === '') return { reason: 'missing quantity' };
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = '', ...rest] = text.replace(/^[-+]/, '').split(mark);
  const digits = digitsOf(whole, mark);
  if (!digits || rest.length > 0 || !/^0*$/.test(fraction)) return { reason: 'bad quantity' };
  const pieces = BigInt(digits);
  if (pieces > MOST_PIECES) return { reason: 'bad quantity' };
  // Adding zero turns -0 into 0.
  return { value: Number(isNegative ? -pieces : pieces) + 0 };
}

function isControl(character: string): boolean {
  return /\p{Cc}/u.test(character) && !/\p{White_Space}/u.test(character);
}

/** Removes white space, and replaces full-width characters by ASCII at a constant offset. */
function asciiOf(raw: string): string {
  return raw
    .replace(WHITE_SPACE, '')
    .replace(/[０-９．，＋－（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function signOf(text: string): { isNegative: boolean; magnitude: string } {
  if (text.startsWith('(') && text.endsWith(')') && text.length > 1) {
    return { isNegative: true, magnitude: text.slice(1, -1) };
  }
  if (text.startsWith('-')) return { isNegative: true, magnitude: text.slice(1) };
  if (text.startsWith('+')) return { isNegative: false, magnitude: text.slice(1) };
  if (text.endsWith('-')) return { isNegative: true, magnitude: text.slice(0, -1) };
  return { isNegative: false, magnitude: text };
}

/** The digits of a whole part without separators; null if the groups are wrong. */
function digitsOf(whole: string, mark: Mark): string | null {
  const [first = '', ...groups] = whole.split(mark === '.' ? ',' : '.');
  if (![first, ...groups].every((group) => /^[0-9]*$/.test(group))) return null;
  if (groups.length === 0) return first;
  const isProper = first.length >= 1 && first.length <= 3 && groups.every((g) => g.length === 3);
  return isProper ? first + groups.join('') : null;
}
