import type { CsvStyle } from './csv';

/**
 * The copy for Excel: a BOM, or it takes UTF-8 for the local code page; CRLF; and no text that it
 * would run as a formula. The exact CSVs are never altered for this.
 */
export const SPREADSHEET: CsvStyle = {
  byteOrderMark: true,
  lineBreak: '\r\n',
  text: (value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value),
};
