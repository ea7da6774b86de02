import { formatNumberOf } from '../../format';

/** Hidden names and the stand-alone report. */
export const sharing = {
  hide: 'Hide guest names',
  hideHint:
    'Pseudonyms instead of names on this page and in all files you download. A name keeps its pseudonym in this browser.',
  hiding: 'Hiding the names of guests …',
  notHidden:
    'The names of guests could not be hidden, so the reports are not shown. Reload the page to try again.',
  /** In place of what may hold a name. */
  hiddenCell: '(hidden)',
  hiddenLine: (line: string) => `Line ${line}`,
  rejectedHint:
    'Names are hidden in rejected_rows.csv too: guests have pseudonyms, and what may hold a name is left out. Mend the records in your own file, by their lines.',
  download: 'Download HTML report',
  /** Of the first file's name and how many there are. */
  reportTitle: (file: string, files: number) =>
    files === 1
      ? `Orders in ${file}`
      : `Orders in ${file} and ${formatNumberOf(files - 1, 'other file')}`,
  reportMade: (day: string) =>
    `Made on ${day} with Dishboard. It has sums and rankings only, and no single order.`,
  reportHidden: 'Guests have pseudonyms.',
  reportFoot:
    'A visit is an order line. Amounts are exact decimals. Profitable means the highest revenue: what a dish cost to make is not known.',
  receipt: 'What was read',
  file: 'File',
  allFiles: 'All files',
  lines: 'Lines',
  read: 'Records read',
  kept: 'Kept',
  rejected: 'Rejected',
  moreRows: (rows: number, figure: string) =>
    rows === 1 ? 'One more row is in the download.' : `${figure} more rows are in the downloads.`,
  /** Where an axis is cut in halves. */
  average: (figure: string) => `average ${figure}`,
};
