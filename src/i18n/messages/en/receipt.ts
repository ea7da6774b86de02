import { formatCount, formatNumberOf } from '../../format';
import type { Text } from '../../text';

/** Says what was loaded, and how many lines were kept or rejected. */
export const receipt = {
  label: 'What was loaded',
  sample: 'Sample data',
  aboutSample: 'Made-up orders to try the page with. Drop your own export anywhere on this page.',
  counts: { read: 'read', kept: 'kept', rejected: 'rejected' },
  sum: 'sum',
  addsUp: 'adds up',
  doesNotAddUp: 'does not add up',

  files: {
    label: 'Files',
    /** `until` is null if all files were changed on one day. */
    total: (files: number, size: string, from: string, until: string | null) =>
      `${formatNumberOf(files, 'file')}, ${size}, last changed ${until === null ? from : `${from} to ${until}`}`,
    sheet: (name: string) => `sheet ${name}`,
    lines: (lines: number) => formatNumberOf(lines, 'line'),
    changed: (day: string) => `changed ${day}`,
    /** Labels the column that has the role. */
    taken: (role: string) => `${role}: `,
    columnNumber: (column: number) => `column ${String(column)}`,
    notThere: 'not in this file',
    change: 'Change',
    changeOf: (file: string) => `Change how ${file} is read`,
    remove: 'Remove',
    removeOf: (file: string) => `Remove ${file}`,
  },

  /** Says how a file is read, apart from its columns. */
  readAs: {
    lineTotal: 'the price is for the whole line',
    decimalComma: 'decimal comma',
    strayQuotes: 'stray quotes are text',
    otherRecords: (columns: number) => `lines of ${String(columns)} columns too`,
    noHeader: 'no header',
    headerIn: (line: number) => `header in line ${String(line)}`,
  },

  lines: (lines: number, header: number, blank: number, records: number) =>
    `${formatNumberOf(lines, 'line')} = ${formatCount(header)} header + ${formatCount(blank)} blank + ${formatCount(records)} with orders`,
  tidied: 'Tidied:',
  tidiedValues: {
    trimmed: (values: number) => `${formatNumberOf(values, 'name')} trimmed`,
    rounded: (values: number) => `${formatNumberOf(values, 'price')} rounded`,
    refund: (values: number) => formatNumberOf(values, 'refund'),
    zero: (values: number) => `${formatNumberOf(values, 'price')} of zero`,
  },
  example: (line: number, raw: string) => `${raw} in line ${formatCount(line)}`,
  exampleOf: (line: number, raw: string, clean: string) =>
    `“${raw}” to “${clean}” in line ${formatCount(line)}`,
  examples: (examples: readonly string[]): Text => [
    '(',
    ...examples.flatMap((name, index) => (index === 0 ? [{ name }] : ['; ', { name }])),
    ')',
  ],

  checks: {
    label: 'Checks',
    underWay: 'Checking the reports…',
    notMade:
      'The reports could not be checked because the database engine has stopped. Load the files again to check them.',
    allHold: (checks: number) => `All ${formatNumberOf(checks, 'check')} passed`,
    someHold: (held: number, checks: number) =>
      `${formatCount(held)} of ${formatNumberOf(checks, 'check')} passed`,
    holds: (rule: string) => `${rule}.`,
    doesNotHold: 'Failed:',
    broken: (rule: string, places: number, orMore: boolean) =>
      `${rule}. Not true in ${formatNumberOf(places, 'place')}${orMore ? ' or more' : ''}:`,
    more: (places: number) => `and ${formatCount(places)} more`,
    manyMore: 'and more',
  },

  hints: {
    summary: (hints: number) =>
      `${formatCount(hints)} ${hints === 1 ? 'thing' : 'things'} worth a look`,
    about: 'Nothing was changed here: only you can say whether anything is wrong.',
    more: (hints: number) => `and ${formatCount(hints)} more`,
  },

  rejected: {
    title: (records: number) => `${formatNumberOf(records, 'order line')} rejected`,
    about:
      'They are not in any report. Correct them in rejected_rows.csv, drop it here and choose “Add to these”.',
    count: (records: number) => `(${formatCount(records)})`,
    caption: (reason: string) => `The first order lines rejected for ${reason}`,
    line: 'Line',
    fileAndLine: 'File and line',
    place: (file: string, line: number) => `${file}, ${formatCount(line)}`,
    asItStands: 'As in the file',
    empty: '(empty)',
  },
};
