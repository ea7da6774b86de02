/** Every rejected record with its place and reasons, under the file's own header, to be mended and dropped back in. */
import type { Reject } from '../lib/receipt';
import { csvLine } from './csv';

const RECORDS_PER_PART = 16_384;

/** The file in parts; columns of several files stand side by side, those of one name in one column. */
export function rejectedRowsToCsv(rejects: readonly Reject[]): Uint8Array<ArrayBuffer>[] {
  const columns = new Map<string, number>();
  const columnsOfHeader = new Map<readonly string[], readonly number[]>();
  let hasRawLines = false;
  for (const { record } of rejects) {
    if ('rawLine' in record) {
      hasRawLines = true;
    } else if (!columnsOfHeader.has(record.header)) {
      const own = columnKeys(record.header).map((key) => {
        if (!columns.has(key)) columns.set(key, columns.size);
        return columns.get(key)!;
      });
      columnsOfHeader.set(record.header, own);
    }
  }
  const names = Array.from(columns.keys(), (key) => key.slice(key.indexOf(' ') + 1));
  const encoder = new TextEncoder();
  const head = ['source_file', 'line', 'reasons', ...names, ...(hasRawLines ? ['raw_line'] : [])];
  const parts = [encoder.encode(csvLine(head))];
  for (let start = 0; start < rejects.length; start += RECORDS_PER_PART) {
    const lines = rejects.slice(start, start + RECORDS_PER_PART).map((reject) => {
      const cells = new Array<string>(columns.size).fill('');
      const { record } = reject;
      if ('fields' in record) {
        columnsOfHeader.get(record.header)!.forEach((column, index) => {
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

/** A key per column: two columns of one header may have one name. */
function columnKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((name) => {
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return `${String(occurrence)} ${name}`;
  });
}
