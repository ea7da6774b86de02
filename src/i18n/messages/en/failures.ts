import type { DocumentKind, FileKind, HeaderNames, RejectCount } from '../../../domain/failures';
import type { FailureSentences, Writer } from '../../failure-words';
import { ours } from './our-failures';

/** Kinds of files that cannot be read, recognised by their content. */
const kinds: Readonly<Record<FileKind, string>> = {
  'PDF document': 'a PDF document',
  'old or protected workbook': 'an old or password-protected Excel workbook',
  'Parquet file in an archive': 'a Parquet file in an archive',
  'archive in an archive': 'an Excel workbook or another archive in an archive',
  'encrypted Parquet file': 'an encrypted Parquet file',
  'PNG image': 'a PNG image',
  'JPEG image': 'a JPEG image',
  'GIF image': 'a GIF image',
  'SQLite database': 'a SQLite database',
  JSON: 'JSON',
  'web page or XML': 'a web page or XML',
  'contact or calendar': 'a contact, a calendar or a formatted text',
  'database dump': 'a database dump',
  'binary file': 'a binary file',
};

/** Documents that are stored as ZIP archives. */
const documents: Readonly<Record<DocumentKind, string>> = {
  xlsb: 'a binary Excel workbook (.xlsb)',
  Word: 'a Word document',
  PowerPoint: 'a PowerPoint presentation',
  OpenDocument: 'an OpenDocument file, such as a LibreOffice spreadsheet',
  'Apple document': 'an Apple Numbers, Pages or Keynote document',
};

const plural = (count: number, one: string, write: Writer) =>
  `${write.count(count)} ${count === 1 ? one : `${one}s`}`;

function namesIn({ names, more }: HeaderNames): string {
  const shown = names.map((name) => name || '(no name)').join(', ');
  return more > 0 ? `${shown} and ${String(more)} more` : shown;
}

function allRejected(records: number, reasons: readonly RejectCount[], write: Writer): string {
  const counts = reasons.map(
    (each) => `${write.reason(each.reason)} (${write.count(each.records)})`,
  );
  return `Read ${plural(records, 'order line', write)}, all rejected: ${counts.join(', ')}.`;
}

const orderExport = (example: string) =>
  `An order export needs a dish or a customer column, and ideally a restaurant and a price column, as in ${example}.`;

const what: FailureSentences = {
  ...ours,

  'empty file': {
    title: 'This file is empty.',
    hint: 'It has 0 bytes. Export it again, and drop the new file.',
  },
  'other kind': {
    title: ({ kind }) => `This is ${kinds[kind]}, not a CSV file.`,
    hint: ({ example }) =>
      `This was judged by its content, not by its name. Export the orders as CSV, with a header such as ${example}.`,
  },
  'blank file': {
    title: 'This file has only blank lines.',
    hint: ({ bytes, example }, write) =>
      `It has ${write.bytes(bytes)} and no text. It needs a header such as ${example}, then the orders.`,
  },
  'open quote in the header': {
    title: 'A quote in the header is never closed.',
    hint: ({ line }) =>
      `Line ${String(line)} opens a quote and does not close it. Close or remove the quote and drop the file again. Or match the columns by hand, with quotes as text.`,
  },
  'no lines': {
    title: 'This file has no lines.',
    hint: ({ bytes, example }, write) =>
      `There is no line break in its first ${write.bytes(bytes)}. Choose a CSV file with a header such as ${example}.`,
  },
  'no orders': {
    title: 'This file has a header but no orders.',
    hint: ({ line, header }) =>
      `Line ${String(line)} names the columns (${namesIn(header)}), but nothing follows. Export the file again with the orders in it.`,
  },
  'no known column': {
    title: 'No order columns were found in this file.',
    hint: ({ line, name, example }) =>
      `Line ${String(line)} has only one column: ${namesIn({ names: [name], more: 0 })}. ${orderExport(example)}`,
  },
  'bank statement': {
    title: 'This looks like a bank statement, not an order export.',
    hint: ({ line, columns, header, example }) =>
      `Line ${String(line)} has ${String(columns)} columns: ${namesIn(header)}. ${orderExport(example)}`,
  },

  'unreadable file': {
    title: 'This file could not be read.',
    hint: 'It may be a folder or a damaged archive, or it was moved, changed or locked since it was chosen. Choose it again.',
  },
  'file changed': {
    title: 'This file was changed, moved or deleted since it was chosen.',
    hint: 'The browser can read only the version that you chose. Choose the file again to read the current version.',
  },
  'file gone': {
    title: 'This file can no longer be found.',
    hint: 'It was moved, renamed or deleted since it was chosen. Choose it again from its new place, or remove it from the list of files.',
  },
  'no leave to read': {
    title: 'The browser does not let this page read the file again.',
    hint: 'Allow it when the browser asks, or choose the file again.',
  },
  'unreadable workbook': {
    title: 'This workbook could not be read.',
    hint: 'It may be damaged or only partly downloaded, or it was moved, changed or locked since it was chosen. Open it in Excel and save it again, or save the sheet as “CSV UTF-8”.',
  },
  'unreadable Parquet file': {
    title: 'This Parquet file could not be read.',
    hint: 'It may be damaged or only partly written, or it was moved, changed or locked since it was chosen. Export it again, or export the orders as CSV.',
  },

  'other document': {
    title: ({ document }) => `This is ${documents[document]}, not a table of orders.`,
    hint: 'Save or export the orders as an Excel workbook (.xlsx) or as “CSV UTF-8”, and drop that file.',
  },
  'unopened archive': {
    title: 'This archive could not be opened.',
    hint: 'It may be damaged or only partly downloaded. Pack the order exports again, or drop them unpacked.',
  },
  'archive too full': {
    title: 'This archive has too many files.',
    hint: ({ files, most }) =>
      `It has ${String(files)} files, and the limit is ${String(most)}. Pack only the order exports.`,
  },
  'archive without a table': {
    title: 'This ZIP archive has no CSV file in it.',
    hint: 'Pack files that end in .csv, .tsv or .txt. Drop Excel workbooks and Parquet files unpacked.',
  },

  'old or protected workbook': {
    title: 'This is an old Excel workbook (.xls) or a password-protected one.',
    hint: 'Open it in Excel and save it as an Excel workbook (.xlsx) without a password, or save the sheet as “CSV UTF-8”.',
  },
  'workbook too large': {
    title: 'This workbook is too large to read.',
    hint: ({ most }, write) =>
      `Part of it is larger than ${write.bytes(most)} when unpacked. Save the sheet with the orders as “CSV UTF-8”, which can be any size.`,
  },
  'empty workbook': {
    title: 'The sheets of this workbook are empty.',
    hint: ({ hasHidden }) =>
      hasHidden
        ? 'Hidden sheets are not read. If the orders are in one, unhide it, save the workbook and drop it again.'
        : 'Put the orders in a sheet, with a header above them. Save the workbook and drop it again.',
  },
  'empty sheet': {
    title: 'This sheet is empty.',
    hint: 'Choose another sheet, or put the orders in this one.',
  },

  'no plain column': {
    title: 'This Parquet file has no column of plain values.',
    hint: 'Lists, maps and structures are not read. Export the orders with one column for each value.',
  },
  'row group too large': {
    title: 'This Parquet file has a row group that is too large to read.',
    hint: ({ records, bytes }, write) =>
      `It has ${write.count(records)} rows in ${write.bytes(bytes)}. Export the file with row groups of at most a million rows.`,
  },

  'too many names': {
    title: 'This file has more different names than a browser can hold.',
    hint: ({ names }, write) =>
      `Reading stopped at ${write.count(names)} different names. The number of lines is not limited, only the number of names. ` +
      'Load less at once, such as one month or one restaurant, or load the file into BigQuery and add it up there.',
  },
  'no records': {
    title: 'No order line in this file could be used.',
    hint: 'There are only blank lines after the header. Export the file again with the orders in it.',
  },
  'no record kept': {
    title: 'No order line in this file could be used.',
    hint: ({ records, reasons }, write) =>
      `${allRejected(records, reasons, write)} Check that each column contains what its name says.`,
  },
  'quote took all records': {
    title: ({ line, linesAfter }, write) =>
      linesAfter === 0
        ? `Line ${write.count(line)} opens a quote that is never closed.`
        : `Line ${write.count(line)} opens a quote that runs over the ${linesAfter === 1 ? 'line' : plural(linesAfter, 'line', write)} after it.`,
    hint: ({ records, reasons }, write) =>
      `${allRejected(records, reasons, write)} Read the quote as text, or correct the file and drop it again.`,
  },

  'unreadable folder': {
    title: 'This folder could not be read.',
    hint: 'It may have been moved, changed or locked since it was dropped. Drop it again, or drop the files in it.',
  },
  'folder without a table': {
    title: 'This folder has no file that this page can read.',
    hint: ({ named, others, endings }, write) => {
      const parts = named.map(({ ending, files }) => plural(files, `${ending} file`, write));
      if (others > 0) parts.push(plural(others, named.length > 0 ? 'other file' : 'file', write));
      const held = parts.length === 0 ? 'It is empty.' : `It contains ${listed(parts, 'and')}.`;
      return `${held} Drop a folder with files that end in ${listed(endings, 'or')}. Subfolders are read too.`;
    },
  },
  'folder too deep': {
    title: 'This folder has too many levels of subfolders.',
    hint: ({ most }) =>
      `It has more than ${String(most)} levels. Drop the folder that contains the order exports.`,
  },
  'folder too full': {
    title: 'This folder has too many files.',
    hint: ({ most }, write) =>
      `It has more than ${write.count(most)}, including its subfolders. Drop the folder that contains the order exports.`,
  },
};

/** Says what went wrong and what the user can do. */
export const failures = {
  kinds,
  documents,
  where: {
    line: (file: string, line: number) => `${file}, line ${String(line)}`,
    lineAndOn: (file: string, line: number) => `${file}, line ${String(line)} and on`,
    sheet: (file: string, sheet: string) => `${file}, sheet ${sheet}`,
    files: (files: readonly string[]) => files.join(', '),
  },
  /** Used when some files were left out and others were read. */
  leftOut: {
    title: (files: number) =>
      files === 1
        ? 'One file was not read; the others were.'
        : `${String(files)} files were not read; the others were.`,
    where: (places: readonly string[]) => places.join('; '),
  },
  together: (sentences: readonly string[]) => sentences.join(' '),
  what,
};

/** Formats a list as `a` or as `a, b and c`. */
function listed(parts: readonly string[], last: 'and' | 'or'): string {
  return parts.length > 1
    ? `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)!}`
    : parts.join();
}
