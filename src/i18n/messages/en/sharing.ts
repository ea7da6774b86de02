import { formatNumberOf } from '../../format';

/** Texts about hiding guest names and about the HTML report. */
export const sharing = {
  hide: 'Hide guest names',
  hideHint:
    'Shows pseudonyms instead of names on this page and in all files you download. A name always has the same pseudonym in this browser.',
  hiding: 'Hiding guest names…',
  notHidden:
    'The guest names could not be hidden, so the reports are not shown. Reload the page to try again.',
  /** Replaces a value that may contain a name. */
  hiddenCell: '(hidden)',
  hiddenLine: (line: string) => `Line ${line}`,
  rejectedHint:
    'Names are hidden in rejected_rows.csv too: customers have pseudonyms, and values that may contain a name are left out. Use the line numbers to correct your own file.',
  download: 'Download HTML report',
  /** `file` is the name of the first file, and `files` is the number of files. */
  reportTitle: (file: string, files: number) =>
    files === 1
      ? `Orders in ${file}`
      : `Orders in ${file} and ${formatNumberOf(files - 1, 'other file')}`,
  reportMade: (day: string) =>
    `Made on ${day} with Dishboard. It has only totals and rankings, and no individual orders.`,
  reportHidden: 'Customers have pseudonyms.',
  reportFoot:
    'A visit is an order line. Amounts are exact decimals. Profitable means the highest revenue: what a dish costs to make is not subtracted.',
  receipt: 'What was read',
  file: 'File',
  allFiles: 'All files',
  lines: 'Lines',
  read: 'Order lines read',
  kept: 'Kept',
  rejected: 'Rejected',
  moreRows: (rows: number, figure: string) =>
    rows === 1 ? 'One more row is in the download.' : `${figure} more rows are in the downloads.`,
  /** Labels the line that divides a chart at the average. */
  average: (figure: string) => `average ${figure}`,
};
