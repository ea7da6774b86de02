// @ts-check
/** Native rows as the page exports them, written anew: nothing here is shared with what it is held against. */

/**
 * @param {readonly string[]} columns
 * @param {readonly (readonly import('@duckdb/node-api').DuckDBValue[])[]} rows
 */
export function toCsv(columns, rows) {
  const cells = (/** @type {readonly import('@duckdb/node-api').DuckDBValue[]} */ row) =>
    row.map((value) => (value === null ? '' : String(value)));
  return [columns, ...rows.map(cells)]
    .map((fields) => `${fields.map(quoted).join(',')}\n`)
    .join('');
}

/** @param {string} field */
function quoted(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
