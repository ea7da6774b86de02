// @ts-check
/**
 * Writes CSV as the page does. It shares no code with the page, so that a comparison is
 * independent.
 */

/**
 * @param {readonly string[]} columns
 * @param {Iterable<readonly unknown[]>} rows
 */
export function toCsv(columns, rows) {
  let text = `${columns.join(',')}\n`;
  for (const row of rows) text += `${row.map(quoted).join(',')}\n`;
  return text;
}

/** @param {unknown} value */
function quoted(value) {
  const field = value === null ? '' : String(value);
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
