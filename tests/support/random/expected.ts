/** The expected result of a written file, computed from its plan by the documented rules. */
import type { Receipt } from '../../../src/domain/receipt';
import type { AnyOrderLine } from '../reference';
import { judge, rejectedRows, type ExpectedReject, type RawOrderLine } from '../reference-judging';
import type { ExpectedOrderLine, WrittenFile } from './files';

export interface Expected {
  readonly receipt: Receipt;
  readonly kept: readonly AnyOrderLine[];
  readonly rejects: readonly ExpectedReject[];
  readonly rejectedRows: string;
}

export function expectedOf(file: WrittenFile): Expected {
  const kept: AnyOrderLine[] = [];
  const rejects: ExpectedReject[] = [];
  for (const record of file.records) {
    const { line, lines } = record;
    if ('reason' in record) {
      const { reason, rawLine } = record;
      rejects.push({ line, reasons: reason, record: { rawLine, lines } });
      continue;
    }
    const judged = judge(orderLineOf(file, record), file.reading);
    if ('value' in judged) kept.push(judged.value);
    else {
      const fields = record.values.map(({ text }) => text);
      rejects.push({ line, reasons: judged.reason, record: { fields } });
    }
  }
  return {
    receipt: {
      lines: file.lines,
      headerLines: file.headerLines,
      blankLines: file.blankLines,
      recordLines: file.records.reduce((sum, { lines }) => sum + lines, 0),
      read: file.records.length,
      kept: kept.length,
      rejected: rejects.length,
    },
    kept,
    rejects,
    rejectedRows: rejectedRows(file.file.name, file.header, restaurantOf(file), rejects),
  };
}

/** The chosen restaurant of a file without a restaurant column. */
function restaurantOf({ columns, choice }: WrittenFile): string | null {
  const hasColumn = columns.some(({ role }) => role === 'restaurant');
  return hasColumn ? null : (choice.restaurant ?? null);
}

/** The values of the columns that have a role. */
export function orderLineOf({ columns }: WrittenFile, { values }: ExpectedOrderLine): RawOrderLine {
  return Object.fromEntries(
    columns.flatMap(({ role }, column) => (role === null ? [] : [[role, values[column]!]])),
  );
}
