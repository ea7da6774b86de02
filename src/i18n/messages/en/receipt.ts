import { formatCount, formatNumberOf } from '../../format';
import type { Text } from '../../text';

/** What was loaded, and what became of it. */
export const receipt = {
  label: 'What was loaded',
  sample: 'Sample data',
  aboutSample: 'Made-up orders to look around with. Drop your own export anywhere on this page.',
  counts: { read: 'read', kept: 'kept', rejected: 'rejected' },
  sum: 'sum',
  addsUp: 'adds up',
  doesNotAddUp: 'does not add up',

  files: {
    label: 'Files',
    /** `until` where they were not all changed on one day. */
    total: (files: number, size: string, from: string, until: string | null) =>
      `${formatNumberOf(files, 'file')}, ${size}, last changed ${until === null ? from : `${from} to ${until}`}`,
    sheet: (name: string) => `sheet ${name}`,
    lines: (lines: number) => formatNumberOf(lines, 'line'),
    changed: (day: string) => `changed ${day}`,
    /** What stands before the column that was taken for a role. */
    taken: (role: string) => `${role}: `,
    columnNumber: (column: number) => `column ${String(column)}`,
    notThere: 'not in this file',
    change: 'Change',
    changeOf: (file: string) => `Change how ${file} is read`,
    remove: 'Remove',
    removeOf: (file: string) => `Remove ${file}`,
  },

  /** The rest of how a file is read. */
  readAs: {
    lineTotal: 'the price is the line’s total',
    decimalComma: 'decimal comma',
    strayQuotes: 'stray quotes are text',
    otherRecords: (columns: number) => `records of ${String(columns)} columns too`,
    noHeader: 'no header',
    headerIn: (line: number) => `header in line ${String(line)}`,
  },

  lines: (lines: number, header: number, blank: number, records: number) =>
    `${formatNumberOf(lines, 'line')} = ${formatCount(header)} of header + ${formatCount(blank)} blank + ${formatCount(records)} of records`,
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
    underWay: 'Checking the reports …',
    notMade:
      'The reports could not be checked: what checks them has stopped. Load the file again to have them checked.',
    allHold: (checks: number) => `All ${formatNumberOf(checks, 'check')} hold`,
    someHold: (held: number, checks: number) =>
      `${formatCount(held)} of ${formatNumberOf(checks, 'check')} hold`,
    holds: (rule: string) => `${rule}.`,
    doesNotHold: 'Does not hold:',
    broken: (rule: string, places: number, orMore: boolean) =>
      `${rule}. ${formatNumberOf(places, 'place')}${orMore ? ' or more' : ''}:`,
    more: (places: number) => `and ${formatCount(places)} more`,
    manyMore: 'and more',
  },

  hints: {
    summary: (hints: number) =>
      `${formatCount(hints)} ${hints === 1 ? 'thing' : 'things'} worth a look`,
    about: 'Nothing was changed for these: whether anything is wrong, only you can say.',
    more: (hints: number) => `and ${formatCount(hints)} more`,
  },

  rejected: {
    title: (records: number) => `${formatNumberOf(records, 'record')} rejected`,
    about:
      'They are in no report. Mend them in rejected_rows.csv, drop it back here and choose “Add to these”.',
    count: (records: number) => `(${formatCount(records)})`,
    caption: (reason: string) => `The first records rejected for ${reason}`,
    line: 'Line',
    fileAndLine: 'File and line',
    place: (file: string, line: number) => `${file}, ${formatCount(line)}`,
    asItStands: 'As it stands in the file',
    empty: '(empty)',
  },
};
