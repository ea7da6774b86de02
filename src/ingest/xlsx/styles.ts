/** Finds out which cells are dates, because a workbook marks dates only by their number format. */
import { attribute, readXml } from './xml';

/**
 * The ranges of built-in number formats for dates and times. The ranges from 27 and from 50 are the
 * East Asian ones.
 */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export function dateStylesIn(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCellFormats = false;
  readXml(xml, {
    open(name, attributes) {
      const valueOf = (key: string) => attribute(attributes(), key);
      if (name === 'numFmt') codes.set(Number(valueOf('numFmtId')), valueOf('formatCode') ?? '');
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'xf' && isInCellFormats) formats.push(Number(valueOf('numFmtId') ?? '0'));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return formats.map((format) => {
    const code = codes.get(format);
    if (code !== undefined) return isDateFormat(code);
    return BUILT_IN.some(([from, to]) => format >= from && format <= to);
  });
}

/**
 * Matches what is no placeholder in a number format: quoted and escaped text, fillers, and brackets
 * with a colour, a condition or a currency.
 */
const NOT_A_PLACEHOLDER = /"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

export function isDateFormat(code: string): boolean {
  // Only the first section matters, because it formats positive numbers.
  const [section = ''] = code.replace(NOT_A_PLACEHOLDER, '').split(';');
  return /[ymdhs]/i.test(section) && !/general/i.test(section);
}
