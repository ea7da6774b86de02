import { formatCount, formatNumberOf } from '../../format';

/** The screens around the reports. */
export const screens = {
  masthead: {
    tagline: 'Who came, what sold and what earned',
    choose: 'Choose CSV files',
  },
  footer: {
    made: 'Made in this browser, with DuckDB. Your file is read on this computer and is not sent anywhere.',
    licences: 'Licences',
  },
  dropToLoad: 'Drop to load',
  /** What a file of pasted cells is called. */
  pastedCells: 'pasted cells',
  download: (file: string) => `Download ${file}`,
  downloadAll: 'Download all (ZIP)',
  downloadFailed:
    'This file could not be made. Try again, or reload the page and load your files anew.',
  downloadKit: 'Download BigQuery kit',
  sample: 'Look at the sample',
  cancel: 'Cancel',

  /** For a screen reader: what is under way. */
  status: {
    idle: 'No file loaded. Choose CSV files, or drop them on this page.',
    engine: 'Fetching the database engine.',
    reading: (files: string) => `Reading ${files}.`,
    readPart: (files: string, percent: number) => `Reading ${files}: ${String(percent)} percent.`,
    asking: 'A question about the file must be answered before it is read.',
    changing: 'How the file is read can be changed.',
    placing: 'Replace the reports, or add to them?',
    ready: (read: number, kept: number, rejected: number) =>
      `Reports ready: ${formatNumberOf(read, 'record')} read, ${formatCount(kept)} kept, ${formatCount(rejected)} rejected.`,
    failed: 'The file could not be loaded.',
  },

  progress: {
    label: 'Progress',
    engine: 'Fetching the database engine',
    reading: (files: string) => `Reading ${files}`,
    loaded: (loaded: string, total: string) => `${loaded} of ${total}`,
    starting: (loaded: string, total: string) => `${loaded} of ${total}, starting it`,
    read: (read: string, total: string, records: number) =>
      `${read} of ${total}, ${formatNumberOf(records, 'record')}`,
    making: (read: string, total: string, records: number) =>
      `${read} of ${total}, ${formatNumberOf(records, 'record')}; making the reports`,
    /** How fast, in bytes a second, and how long it will take still. */
    left: {
      seconds: (speed: string, seconds: number) =>
        `${speed}/s, about ${formatNumberOf(seconds, 'second')} left`,
      minutes: (speed: string, minutes: number) =>
        `${speed}/s, about ${formatNumberOf(minutes, 'minute')} left`,
      hours: (speed: string, hours: number, minutes: number) =>
        minutes === 0
          ? `${speed}/s, about ${formatNumberOf(hours, 'hour')} left`
          : `${speed}/s, about ${formatNumberOf(hours, 'hour')} ${formatNumberOf(minutes, 'minute')} left`,
    },
  },

  /** What stands around the words of a failure. */
  failure: {
    kept: 'The reports below are those from before.',
    details: 'Details',
    matchColumns: 'Match the columns by hand',
    quotesAsText: 'Read the quote as text',
    retry: 'Try again',
    readAgain: 'Read the files again',
    reload: 'Reload the page',
    dismiss: 'Dismiss',
  },

  welcome:
    'Drop an order export anywhere on this page, or choose files: CSV, Excel or Parquet. What is in them is told by their columns; you are asked where it is not clear.',

  guide: {
    title: 'What a file should look like',
    template: 'Download the template',
    lead: 'One line for each dish ordered, under a header that names the columns. Any order and names will do; if one is unclear, you are asked.',
    caption: 'The template',
    roles: {
      restaurant: 'Where it was ordered. If no column says so, you are asked.',
      dish: 'What was ordered.',
      customer: 'Who ordered it: a name or a number.',
      price: 'Of one dish. Currency signs and decimal commas are fine; a refund is negative.',
      quantity: 'Optional. It multiplies the price; without it, each line counts as one.',
    },
    missing: 'Missing',
    whenMissing: 'A report that needs a column that is not there says so; the others are made.',
    formats: 'Formats',
    whichFormats:
      'CSV, TSV and other text, delimiter and encoding detected, also in gzip or ZIP; Excel (.xlsx); Parquet.',
    waysIn: 'Ways in',
    whichWaysIn:
      'Choose files, drop files or whole folders anywhere on this page, or paste cells copied from a spreadsheet. Several files become one set of reports.',
  },
};
