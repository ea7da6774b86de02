/** Every rejected record with its place and reasons, under the file's own header, to be mended and dropped back in. */
import type { Reject, TableHeader } from '../lib/receipt';
import { csvLine } from './csv';

const RECORDS_PER_PART = 16_384;

/**
 * The file in parts. Columns of several files stand side by side: those of one role in one column,
 * under the name that the first file gave it, the others by their names.
 */
export function rejectedRowsToCsv(rejects: readonly Reject[]): Uint8Array<ArrayBuffer>[] {
  const names = new Map<string, string>();
  const columnsOf = new Map<TableHeader, readonly number[]>();
  const placeOf = new Map<string, number>();
  let hasRawLines = false;
  for (const { record } of rejects) {
    if ('rawLine' in record) {
      hasRawLines = true;
    } else if (!columnsOf.has(record.table)) {
      const keys = columnKeys(record.table);
      keys.forEach((key, column) => {
        if (names.has(key)) return;
        placeOf.set(key, names.size);
        names.set(key, record.table.header[column]!);
      });
      columnsOf.set(
        record.table,
        keys.map((key) => placeOf.get(key)!),
      );
    }
  }
  const encoder = new TextEncoder();
  const head = [
    'source_file',
    'line',
    'reasons',
    ...names.values(),
    ...(hasRawLines ? ['raw_line'] : []),
  ];
  const parts = [encoder.encode(csvLine(head))];
  for (let start = 0; start < rejects.length; start += RECORDS_PER_PART) {
    const lines = rejects.slice(start, start + RECORDS_PER_PART).map((reject) => {
      const cells = new Array<string>(names.size).fill('');
      const { record } = reject;
      if ('fields' in record) {
        columnsOf.get(record.table)!.forEach((column, index) => {
          cells[column] = record.fields[index]!;
        });
      }
      const raw = hasRawLines ? ['rawLine' in record ? record.rawLine : ''] : [];
      return csvLine([reject.source, String(reject.line), reject.reasons, ...cells, ...raw]);
    });
    parts.push(encoder.encode(lines.join('')));
  }
  return parts;
}

/** A key per column: its role, or its name with a number, for two columns of one header may have one name. */
function columnKeys({ header, columns }: TableHeader): string[] {
  const roles = new Map(Object.entries(columns).map(([role, column]) => [column, role]));
  const seen = new Map<string, number>();
  return header.map((name, column) => {
    const role = roles.get(column);
    if (role !== undefined) return `role ${role}`;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return `${String(occurrence)} ${name}`;
  });
}
