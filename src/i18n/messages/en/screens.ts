import { formatCount, formatNumberOf } from '../../format';

/** Texts of the page around the reports. */
export const screens = {
  masthead: {
    tagline: 'Who came, what sold and what it earned',
    choose: 'Choose CSV files',
  },
  footer: {
    made: 'Made in this browser with DuckDB. Your file is read on this device and is not sent anywhere.',
    licences: 'Licences',
  },
  dropToLoad: 'Drop to load',
  /** The file name given to pasted cells. */
  pastedCells: 'pasted cells',
  download: (file: string) => `Download ${file}`,
  downloadAll: 'Download all (ZIP)',
  downloadFailed:
    'This file could not be made. Try again, or reload the page and load your files again.',
  downloadKit: 'Download BigQuery kit',
  sample: 'Look at the sample',
  cancel: 'Cancel',

  /** Announces the state of the page to screen readers. */
  status: {
    idle: 'No file loaded. Choose CSV files, or drop them on this page.',
    engine: 'Downloading the database engine.',
    reading: (files: string) => `Reading ${files}.`,
    readPart: (files: string, percent: number) => `Reading ${files}: ${String(percent)} percent.`,
    asking: 'Answer a question about the file before it is read.',
    changing: 'You can change how the file is read.',
    placing: 'Replace the reports, or add to them?',
    ready: (read: number, kept: number, rejected: number) =>
      `Reports ready: ${formatNumberOf(read, 'order line')} read, ${formatCount(kept)} kept, ${formatCount(rejected)} rejected.`,
    failed: 'The file could not be loaded.',
  },

  progress: {
    label: 'Progress',
    engine: 'Downloading the database engine',
    reading: (files: string) => `Reading ${files}`,
    loaded: (loaded: string, total: string) => `${loaded} of ${total}`,
    starting: (loaded: string, total: string) => `${loaded} of ${total}, starting the engine`,
    read: (read: string, total: string, records: number) =>
      `${read} of ${total}, ${formatNumberOf(records, 'order line')}`,
    making: (read: string, total: string, records: number) =>
      `${read} of ${total}, ${formatNumberOf(records, 'order line')}; making the reports`,
    /** Gives the speed per second and the time left. */
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

  /** Labels around the text of a failure. */
  failure: {
    kept: 'The reports below are the previous ones.',
    details: 'Details',
    matchColumns: 'Match the columns by hand',
    quotesAsText: 'Read the quote as text',
    retry: 'Try again',
    readAgain: 'Read the files again',
    reload: 'Reload the page',
    dismiss: 'Dismiss',
  },

  welcome:
    'Drop an order export anywhere on this page, or choose files: CSV, Excel or Parquet. The page recognises the columns, and asks you if one is not clear.',

  guide: {
    title: 'What a file should look like',
    template: 'Download the template',
    lead: 'One line for each dish ordered, under a header that names the columns. Columns can have any order and any names; the page asks you if one is not clear.',
    caption: 'The template',
    roles: {
      restaurant: 'Where it was ordered. If no column says so, the page asks you.',
      dish: 'What was ordered.',
      customer: 'Who ordered it: a name or a number.',
      price:
        'The price of one dish. Currency signs and decimal commas are fine; a refund is negative.',
      quantity: 'Optional. It multiplies the price; without it, each line counts as one.',
    },
    missing: 'Missing columns',
    whenMissing: 'A report that needs a missing column says so; the other reports are made.',
    formats: 'Formats',
    whichFormats:
      'CSV, TSV and other text, also in gzip or ZIP (delimiter and encoding are detected); Excel (.xlsx); Parquet.',
    waysIn: 'How to load',
    whichWaysIn:
      'Choose files, drop files or whole folders anywhere on this page, or paste cells copied from a spreadsheet. Several files become one set of reports.',
  },
};
