/** Where things are in a workbook: parts in its archive, cells in a sheet. */

/** Where the workbook itself is: some services number it. */
export const WORKBOOK_PATH = /^xl\/workbook\d*\.xml$/i;

/** An entry's name as parts are referred to: some writers put backslashes, or a slash before all. */
export function partPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '');
}

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** The column of a place such as `AB12`, from 0; -1 where it names none. */
export function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index += 1) {
    const letter = place.charCodeAt(index) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
