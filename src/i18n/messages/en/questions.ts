import { formatNumberOf } from '../../format';
import { text, type Text } from '../../text';

/** Texts of the dialogs that ask about a file. */
export const questions = {
  roles: {
    restaurant: 'Restaurant',
    dish: 'Dish',
    customer: 'Customer',
    price: 'Price',
    quantity: 'Quantity',
  },
  whose: 'Whose orders are these?',
  which: 'Which column holds what?',
  why: 'Some columns in this file are not clear. Check what each column contains.',
  /**
   * `name` is the first of several files with the same header, and `others` counts the rest. `kind`
   * is the position of this group among `kinds` groups.
   */
  file: (name: string, others: number, kind: number, kinds: number): Text =>
    text`${{ name }}${others > 0 ? ` and ${formatNumberOf(others, 'more file')} with the same header` : ''}${
      kinds > 1 ? ` (${String(kind)} of ${String(kinds)} kinds of files)` : ''
    }`,
  columnsAndReading: 'Columns, and how the file is read',
  remember: 'Remember this for files with this header',
  forget: 'Forget what was remembered',
  back: 'Back',
  next: 'Next',
  apply: 'Apply',
  make: 'Make the reports',
  loadedAlready: (files: string) =>
    `Already loaded: ${files}. If you add it again, its lines count twice.`,

  outcome: {
    nothing: 'Choose a dish or a customer column: without either there is nothing to report.',
    noName: 'The restaurant needs a name.',
    all: (reports: number, lacks: readonly string[]) =>
      `${[`This gives all ${String(reports)} reports`, ...lacks].join('; ')}.`,
    some: (made: number, reports: number, lacks: readonly string[]) =>
      `${[`This gives ${String(made)} of ${String(reports)} reports`, ...lacks].join('; ')}.`,
    lacks: {
      dish: 'dishes need a dish column',
      customer: 'customers need a customer column',
      price: 'revenue needs a price column',
    },
    unreadable: (count: number, prices: number) =>
      `${String(count)} of the first ${formatNumberOf(prices, 'price')} cannot be read as numbers.`,
  },

  columns: {
    region: 'First rows of the file',
    caption: 'The first rows of the file, with the role of each column',
    unnamed: (column: number) => `Column ${String(column)}`,
    roleOf: (column: string) => `Role of ${column}`,
    notUsed: 'Not used',
    notShown: (columns: number) =>
      `${formatNumberOf(columns, 'more column')} ${columns === 1 ? 'is' : 'are'} not shown.`,
    showMore: 'Show more columns',
  },

  restaurants: {
    noColumn: (files: number): string =>
      files === 1
        ? 'The file has no column for the restaurant'
        : 'The files have no column for the restaurant',
    allOne: 'All are from one restaurant',
    name: 'Name of the restaurant',
  },

  reading: {
    title: 'How it is read',
    sheet: 'Sheet',
    header: 'Header',
    headerLine: (line: number, fields: string) => `Line ${String(line)}: ${fields}`,
    none: 'None',
    decimalMark: 'Decimal mark',
    decimalMarks: { '.': 'Point, as in 4.50', ',': 'Comma, as in 4,50' },
    priceIs: 'The price is',
    prices: { 'unit price': 'For one dish', 'line total': 'For the whole line' },
    encoding: 'Encoding',
    encodingOf: {
      western: (name: string) => `${name} (Western)`,
      japanese: (name: string) => `${name} (Japanese)`,
      chinese: (name: string) => `${name} (Chinese)`,
      korean: (name: string) => `${name} (Korean)`,
    },
    delimiter: 'Delimiter',
    delimiters: { ',': 'Comma ,', ';': 'Semicolon ;', '\t': 'Tab', '|': 'Pipe |' },
    quotes: 'Quotes',
    quoteMarks: { '"': 'Double "', "'": "Single '", '|': 'Pipe |' },
    strayQuotes: 'Quotes over whole lines',
    areText: 'Are text',
    areQuotes: 'Are quotes',
  },

  placing: {
    title: 'Replace the reports, or add to them?',
    /** Each argument is the name of one file or the number of several files. */
    offer: (files: string | number, shown: string | number) =>
      `Replace ${
        typeof shown === 'number' ? `the ${formatNumberOf(shown, 'file')} on screen` : shown
      } with ${typeof files === 'number' ? formatNumberOf(files, 'file') : files}, or make the reports from all of them together.`,
    add: 'Add to these',
    replace: 'Replace',
  },
};
