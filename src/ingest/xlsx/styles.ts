/** Which cells are dates: a workbook tells it by how their numbers are shown, and by nothing else. */
import { attribute, readXml } from './xml';

/** Formats that every program knows by their number: dates and times, those of East Asia from 27 and 50. */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** By the number of a cell's style, whether it shows a date or a time. */
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

/** Quoted and escaped texts, fillers, and what is in brackets: a colour, a condition, a currency. */
const NOT_A_PLACEHOLDER = /"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

/** Whether a format's code shows years, months, days, hours, minutes or seconds. */
export function isDateFormat(code: string): boolean {
  // The first section is for positive numbers.
  const [section = ''] = code.replace(NOT_A_PLACEHOLDER, '').split(';');
  return /[ymdhs]/i.test(section) && !/general/i.test(section);
}
