import { formatCount, formatNumberOf } from '../../format';
import { text } from '../../text';

const rows = (count: number) => formatNumberOf(count, 'row');

/** Labels around tables, charts and cards. */
export const blocks = {
  table: {
    /** Screen readers read these words instead of a row's marks. */
    winner: '(first place)',
    tied: 'tied: ',
    search: 'Search',
    copy: 'Copy as shown',
    copied: (count: number) => `Copied ${rows(count)}.`,
    copiedFirst: (count: number, all: number) =>
      `Copied the first ${formatCount(count)} of ${rows(all)}.`,
    copyForbidden: 'This browser does not let the page copy. The download has the same rows.',
    sorted: (label: string, direction: 'ascending' | 'descending') =>
      `Sorted by ${label}, ${direction}.`,
    unsorted: 'Back in the order of the report.',
    rows,
    found: (found: number, all: number) => `${formatCount(found)} of ${rows(all)}`,
    allRows: (count: number) => `All ${rows(count)}.`,
    noMatch: (searched: string) => `No row matches “${searched}”.`,
    matches: (found: number, all: number, searched: string) =>
      `${formatCount(found)} of ${rows(all)} ${found === 1 ? 'matches' : 'match'} “${searched}”.`,
    noRows: 'No rows',
    position: (first: number, last: number, all: number) =>
      `${formatCount(first)} to ${formatCount(last)} of ${formatCount(all)}`,
    notPrinted: (left: number) =>
      `${formatNumberOf(left, 'more row')} ${left === 1 ? 'is' : 'are'} not printed. The download has all rows.`,
    pagesOf: (caption: string) => `Pages of ${caption}`,
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    last: 'Last',
    rowsPerPage: 'Rows per page',
  },
  rankings: {
    showFirst: (count: number) => `Show the first ${formatCount(count)} restaurants`,
    showAll: (count: number) => `Show all ${formatCount(count)} restaurants`,
    more: (left: number) =>
      `${formatNumberOf(left, 'row')} of other restaurants ${left === 1 ? 'is' : 'are'} not shown. Choose a restaurant, or download the table.`,
  },
  /** Formats a label that precedes its details, as in `tied: soup and tea`. */
  labelled: (label: string) => `${label}: `,
  inFull: (compact: string, full: string) => `${compact}, in full ${full}`,
  explain: 'Explain',
  explainCard: (card: string) => `Explain ${card}`,
  meaningOf: (what: string) => `What ${what} means`,
  chart: {
    alt: (title: string, finding: string) => `${title}: ${finding}`,
    asTable: 'Show as table',
    download: 'Download PNG',
  },
  actions: {
    download: (table: string) => `Download ${table}.csv`,
    spreadsheet: 'Spreadsheet copy',
    spreadsheetOf: (table: string) => `Spreadsheet copy of ${table}`,
    spreadsheetHint: 'For Excel: opens with the right characters, and runs no cell as a formula',
    explain: 'Explain this number',
    explainOf: (table: string) => `Explain this number: ${table}`,
    sql: 'Show SQL',
    sqlOf: (table: string) => `Show SQL of ${table}`,
  },
  picker: {
    restaurant: 'Restaurant',
    all: 'All restaurants',
    search: 'Search restaurants',
    more: (left: number) => `… and ${formatCount(left)} more: search for them`,
    shown: (restaurant: string) => text`Restaurant: ${{ name: restaurant }}`,
    shownAll: 'Restaurant: all restaurants',
    chip: 'Selected restaurant',
    only: (restaurant: string) => text`Only ${{ name: restaurant }}`,
    showAll: 'Show all restaurants',
  },
  details: {
    waiting: 'Looking it up…',
    none: 'This name is not in these reports.',
    failed:
      'The details could not be looked up because the database engine has stopped. Load the files again.',
    close: 'Close',
  },
  sql: {
    of: (name: string) => `SQL of ${name}`,
    copy: 'Copy SQL',
    copyOf: (name: string) => `Copy SQL of ${name}`,
    copied: (name: string) => `SQL of ${name} copied.`,
    copyForbidden:
      'This browser does not let the page copy. The SQL is selected: copy it with the keyboard.',
    close: 'Close',
    standsOn: 'How this table is made',
    aboutStandsOn:
      'From the order lines in the file to the table above. DuckDB runs each query in this browser, exactly as shown, to fill the table in its heading. Lines are read in chunks, and the results of the chunks are merged.',
    beside: 'Shown with it',
    from: (names: readonly string[]) => `from ${names.join(', ')}`,
    failed: 'The SQL could not be downloaded. Check the connection, reload the page and try again.',
    /** Says what one row holds, for tables that no SQL model fills. */
    given: {
      reading:
        'One row: the file or sheet being read, its decimal mark, and whether its price is the total of the line.',
      raw_values:
        'One row per distinct value of a column in the chunk, with the code that the reader gave it.',
      raw_lines:
        'One row per order line of the chunk: its line number in the file, and the code of its value in each column.',
      source_dish_sales:
        'The rows of fresh_dish_sales, kept separately for each file or sheet, so that one can be removed again.',
      source_customer_visits:
        'The rows of fresh_customer_visits, kept separately for each file or sheet, so that one can be removed again.',
    },
  },
};
