// @ts-check
/** Rows as the page exports them, written anew: nothing here is shared with what it is held against. */

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
