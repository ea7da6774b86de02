/** Matches the path of the workbook part, which some services number. */
export const WORKBOOK_PATH = /^xl\/workbook\d*\.xml$/i;

/** Normalises an entry's name: some writers use backslashes or a leading slash. */
export function partPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Returns the column index of a reference such as `AB12`, or -1 if it has no letters. */
export function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const letter = place.charCodeAt(index) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
