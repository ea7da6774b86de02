/**
 * Formats rows for the clipboard as spreadsheets expect them: a header, one line per row, and tabs
 * between cells.
 */
import type { Cell } from '../lib/kinds';
import { cellText, EXACT } from './csv';
import { SPREADSHEET } from './spreadsheet';

export function tabSeparated(
  columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly isNumber?: boolean;
  }[],
  rows: readonly Readonly<Record<string, Cell>>[],
): string {
  const head = columns.map(({ label }) => label);
  const lines = rows.map((row) =>
    columns.map(({ name, isNumber }) =>
      oneCell(cellText(row[name] ?? null, isNumber ? EXACT : SPREADSHEET)),
    ),
  );
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/**
 * Formats a text so that it stays in one cell. A quote at the start must be escaped, because a
 * spreadsheet would read it as an enclosing quote.
 */
function oneCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
