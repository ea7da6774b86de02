import type { CsvStyle } from './csv';

/**
 * The CSV style of the copy for Excel, which needs a byte order mark to recognise UTF-8, CRLF, and
 * no text that runs as a formula. The exact CSVs are never changed.
 */
export const SPREADSHEET: CsvStyle = {
  byteOrderMark: true,
  lineBreak: '\r\n',
  text: (value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value),
};
