import type { DocumentKind, FileKind, HeaderNames, RejectCount } from '../../../domain/failures';
import type { FailureSentences, Writer } from '../../failure-words';
import { ours } from './our-failures';

/** What a file is that is not read, told by what is in it. */
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

/** Documents that are ZIP archives. */
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
  return `Read ${plural(records, 'record', write)}, all rejected: ${counts.join(', ')}.`;
}

const orderExport = (example: string) =>
  `An order export has a column for the dish or the customer, and at best for the restaurant and the price too, as in ${example}.`;

const what: FailureSentences = {
  ...ours,

  'empty file': {
    title: 'This file is empty.',
    hint: 'It has 0 bytes. Export it again, and drop the new file.',
  },
  'other kind': {
    title: ({ kind }) => `This is ${kinds[kind]}, not a CSV file.`,
    hint: ({ example }) =>
      `Its first bytes say so, whatever its name says. Export the orders as CSV, with a header such as ${example}.`,
  },
  'blank file': {
    title: 'This file holds nothing but blank lines.',
    hint: ({ bytes, example }, write) =>
      `It has ${write.bytes(bytes)} and no text. Expected a header such as ${example}, then the orders.`,
  },
  'open quote in the header': {
    title: 'A quote in the header is never closed.',
    hint: ({ line }) =>
      `Line ${String(line)} opens a quote that has no end. Close it or take it away, and drop the file again; or match the columns by hand, with quotes as text.`,
  },
  'no lines': {
    title: 'This file has no lines.',
    hint: ({ bytes, example }, write) =>
      `Its first ${write.bytes(bytes)} hold no line break. Expected a CSV file with a header such as ${example}.`,
  },
  'no orders': {
    title: 'This file has a header and no order lines.',
    hint: ({ line, header }) =>
      `Line ${String(line)} names the columns (${namesIn(header)}); nothing comes after it. Export it again with the orders in it.`,
  },
  'no known column': {
    title: 'No column of an order export was found in this file.',
    hint: ({ line, name, example }) =>
      `Line ${String(line)} has one column: ${namesIn({ names: [name], more: 0 })}. ${orderExport(example)}`,
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
    hint: 'A browser reads a file only as it was then. Choose it again, and it is read as it is now.',
  },
  'file gone': {
    title: 'This file is not there any more.',
    hint: 'It was moved, renamed or deleted since it was chosen. Choose it where it is now, or remove it from the files.',
  },
  'no leave to read': {
    title: 'The browser does not let this page read the file again.',
    hint: 'Allow it when the browser asks, or choose the file again.',
  },
  'unreadable workbook': {
    title: 'This workbook could not be read.',
    hint: 'It may be damaged or only half downloaded, or it was moved, changed or locked since it was chosen. Open it in Excel and save it again, or save the sheet as "CSV UTF-8".',
  },
  'unreadable Parquet file': {
    title: 'This Parquet file could not be read.',
    hint: 'It may be damaged or only half written, or it was moved, changed or locked since it was chosen. Write it again, or export the orders as CSV.',
  },

  'other document': {
    title: ({ document }) => `This is ${documents[document]}, not a table of orders.`,
    hint: 'Save or export the orders as an Excel workbook (.xlsx) or as "CSV UTF-8", and drop that.',
  },
  'unopened archive': {
    title: 'This archive could not be opened.',
    hint: 'It may be damaged or only half downloaded. Pack the order exports again, or drop them unpacked.',
  },
  'archive too full': {
    title: 'This archive holds too many files.',
    hint: ({ files, most }) =>
      `It has ${String(files)}; up to ${String(most)} are read. Pack the order exports by themselves.`,
  },
  'archive without a table': {
    title: 'This is a ZIP archive without a CSV file in it.',
    hint: 'Pack files that end in .csv, .tsv or .txt; drop Excel workbooks and Parquet files unpacked.',
  },

  'old or protected workbook': {
    title: 'This is an old Excel workbook (.xls), or one that is protected by a password.',
    hint: 'Open it in Excel and save it as an Excel workbook (.xlsx) without a password, or the sheet as "CSV UTF-8".',
  },
  'workbook too large': {
    title: 'This workbook is too large to be read.',
    hint: ({ most }, write) =>
      `A part of it has more than ${write.bytes(most)} when unpacked. Save the sheet with the orders as "CSV UTF-8", which may be of any size.`,
  },
  'empty workbook': {
    title: 'No sheet of this workbook has anything in it.',
    hint: ({ hasHidden }) =>
      hasHidden
        ? 'Hidden sheets are not looked at: if the orders are in one, unhide it, save, and drop the workbook again.'
        : 'Put the orders in a sheet, with a header above them, save, and drop the workbook again.',
  },
  'empty sheet': {
    title: 'This sheet of the workbook has nothing in it.',
    hint: 'Choose another sheet, or put the orders in this one.',
  },

  'no plain column': {
    title: 'This Parquet file has no column of plain values.',
    hint: 'Lists, maps and structures are not read. Write the orders with a column for each value.',
  },
  'row group too large': {
    title: 'This Parquet file has a row group that is too large to be read.',
    hint: ({ records, bytes }, write) =>
      `It has ${write.count(records)} records in ${write.bytes(bytes)}. Write the file with row groups of a million records or less.`,
  },

  'too many names': {
    title: 'There are more different names than a browser can hold.',
    hint: ({ names }, write) =>
      `It was stopped at ${write.count(names)} different names in this file. There may be any number of lines, ` +
      'but not of names: load less at once, such as a month or a restaurant, or load the file into BigQuery and add it up there.',
  },
  'no records': {
    title: 'No order line of this file could be used.',
    hint: 'There are only blank lines after the header. Export the file again with the orders in it.',
  },
  'no record kept': {
    title: 'No order line of this file could be used.',
    hint: ({ records, reasons }, write) =>
      `${allRejected(records, reasons, write)} Check that each column holds what its name says.`,
  },
  'quote took all records': {
    title: ({ line, linesAfter }, write) =>
      linesAfter === 0
        ? `Line ${write.count(line)} opens a quote that is never closed.`
        : `Line ${write.count(line)} opens a quote that swallowed the ${plural(linesAfter, 'line', write)} after it.`,
    hint: ({ records, reasons }, write) =>
      `${allRejected(records, reasons, write)} Read the quote as text, or mend the file and drop it again.`,
  },

  'unreadable folder': {
    title: 'This folder could not be read.',
    hint: 'It may have been moved, changed or locked since it was dropped. Drop it again, or drop the files that are in it.',
  },
  'folder without a table': {
    title: 'No file in this folder can be a table of orders.',
    hint: ({ named, others, endings }, write) => {
      const parts = named.map(({ ending, files }) => plural(files, `${ending} file`, write));
      if (others > 0) parts.push(plural(others, named.length > 0 ? 'other file' : 'file', write));
      const held = parts.length === 0 ? 'It is empty.' : `It holds ${listed(parts, 'and')}.`;
      return `${held} Needed is a file that ends in ${listed(endings, 'or')}, in it or in a folder in it.`;
    },
  },
  'folder too deep': {
    title: 'The folders in this folder lie too deep.',
    hint: ({ most }) =>
      `They lie one in another more than ${String(most)} times. Drop the folder that the order exports are in.`,
  },
  'folder too full': {
    title: 'This folder holds too many files.',
    hint: ({ most }, write) =>
      `It has more than ${write.count(most)}, those in its folders counted. Drop the folder that the order exports are in.`,
  },
};

/** What went wrong and what to do. */
export const failures = {
  kinds,
  documents,
  where: {
    line: (file: string, line: number) => `${file}, line ${String(line)}`,
    lineAndOn: (file: string, line: number) => `${file}, line ${String(line)} and on`,
    sheet: (file: string, sheet: string) => `${file}, sheet ${sheet}`,
    files: (files: readonly string[]) => files.join(', '),
  },
  /** Files that were left out beside others that were read. */
  leftOut: {
    title: (files: number) =>
      files === 1
        ? 'One file was not read; the others were.'
        : `${String(files)} files were not read; the others were.`,
    where: (places: readonly string[]) => places.join('; '),
  },
  /** Whole sentences, one after the other. */
  together: (sentences: readonly string[]) => sentences.join(' '),
  what,
};

/** `a, b and c`, of one or more. */
function listed(parts: readonly string[], last: 'and' | 'or'): string {
  return parts.length > 1
    ? `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)!}`
    : parts.join();
}
