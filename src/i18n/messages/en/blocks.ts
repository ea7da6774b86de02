import { formatCount, formatNumberOf } from '../../format';
import { text } from '../../text';

const rows = (count: number) => formatNumberOf(count, 'row');

/** What stands around a table, a chart, a card. */
export const blocks = {
  table: {
    /** What the marks of a row mean, to those who hear them. */
    winner: '(the first)',
    tied: 'tied: ',
    search: 'Search',
    copy: 'Copy as shown',
    copied: (count: number) => `Copied ${rows(count)}.`,
    copiedFirst: (count: number, all: number) =>
      `Copied the first ${formatCount(count)} of ${rows(all)}.`,
    copyForbidden: 'The browser does not let this page copy. The download has the same rows.',
    sorted: (label: string, direction: 'ascending' | 'descending') =>
      `Sorted by ${label}, ${direction}.`,
    unsorted: 'In the report’s own order.',
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
      `${formatNumberOf(left, 'more row')} ${left === 1 ? 'is' : 'are'} not printed; the download has them all.`,
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
      `${formatNumberOf(left, 'more row')} of other restaurants ${left === 1 ? 'is' : 'are'} not shown here: pick one, or download the table.`,
  },
  /** A word before what it says more of: `tied: soup and tea`. */
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
  means: {
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
    chip: 'Picked restaurant',
    only: (restaurant: string) => text`Only ${{ name: restaurant }}`,
    showAll: 'Show all restaurants',
  },
  details: {
    waiting: 'Looking it up …',
    none: 'There is none of that name in these reports.',
    failed: 'It could not be looked up: what looks it up has stopped. Load the file again.',
    close: 'Close',
  },
  sql: {
    of: (name: string) => `SQL of ${name}`,
    copy: 'Copy SQL',
    copyOf: (name: string) => `Copy SQL of ${name}`,
    copied: (name: string) => `SQL of ${name} copied.`,
    copyForbidden:
      'The browser does not allow it. The text is selected: copy it with the keyboard.',
    close: 'Close',
    standsOn: 'What it stands on',
    aboutStandsOn:
      'From the order lines in the file down to the table above. Each is run by DuckDB in this browser as it stands here, to fill what it is listed under. Lines are read in chunks; what the chunks add up to is merged.',
    beside: 'Shown beside it',
    from: (names: readonly string[]) => `from ${names.join(', ')}`,
    failed:
      'The SQL could not be fetched. Check the connection, load the page again and ask once more.',
    /** What no model fills has one row of. */
    given: {
      reading:
        'One row: the table of orders that is read, its decimal mark, and whether its price is the line’s total.',
      raw_values:
        'One row per distinct value of a column in the chunk, with the code that the reader gave it.',
      raw_lines:
        'One row per order line of the chunk: its physical line in the file, and the code of its value in each column.',
      source_dish_sales:
        'The rows of fresh_dish_sales of each table of orders, kept apart, so that one can be taken away again.',
      source_customer_visits:
        'The rows of fresh_customer_visits of each table of orders, kept apart, so that one can be taken away again.',
    },
  },
};
