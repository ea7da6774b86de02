import type { Role } from '../../../domain/roles';

/** The way of the tables into BigQuery, and of BigQuery's into Looker Studio. */
export const looker = {
  open: 'BigQuery and Looker Studio',
  close: 'Close',
  names: 'Looker Studio is called Data Studio again since April 2026: both names mean the same.',

  place: 'Where the tables go',
  project: 'Project ID',
  projectHint: 'As the Google Cloud console has it: neither the project’s name nor its number.',
  dataset: 'Dataset',
  datasetHint: 'It is made where it is not there yet.',
  location: 'Location (optional)',
  locationHint:
    'Of a new dataset, such as EU, US or asia-northeast1. Left empty, BigQuery chooses.',
  kept: 'Remembered in this browser, and never in the page’s address.',
  projectFaults: {
    domain:
      'Projects with a domain before a colon are of an older kind, which load.sh does not take. Use a project without one.',
    characters: 'A project ID has only lower-case letters, digits and hyphens: a-z, 0-9 and -.',
    start: 'A project ID starts with a lower-case letter. A number alone is the project’s number.',
    length: 'A project ID has 6 to 30 characters.',
    end: 'A project ID does not end with a hyphen.',
  },
  datasetFaults: {
    characters:
      'A dataset’s name has only letters, digits and underscores: A-Z, a-z, 0-9 and _. The project is not part of it.',
    length: 'A dataset’s name has at most 1,024 characters.',
  },
  locationFaults: {
    characters: 'A location is a name such as EU, US or asia-northeast1: letters, digits, hyphens.',
    unfinished: 'This is not all of a location’s name, such as EU, US or asia-northeast1.',
  },

  steps: 'In this order',
  kit: 'Download the kit with “Download BigQuery kit”, upload the ZIP to Cloud Shell and unpack it there.',
  run: 'Run this line in the kit’s folder. It loads the tables and checks them.',
  copy: 'Copy line',
  copied: 'Copied.',
  copyForbidden: 'The browser forbids copying. The line is selected.',
  lineLabel: 'Line to run',
  report: (tables: number) =>
    tables === 1
      ? 'Open a blank report with the table as its source, and save it.'
      : `Open a blank report with the ${String(tables)} tables as its sources, and save it.`,
  link: 'Open a blank report',
  linkHint: 'In a new tab',
  notYet: 'The line and the link are here once the names above are filled in and right.',
  sent: 'Google gets what is in the link and nothing else, once you open it: the names of the project, the dataset and the tables. The project also pays for what the report asks of BigQuery.',

  recipe: 'The six charts of the old dashboard',
  howTo:
    'Looker Studio draws no chart by itself. For each of these: “Add a chart”, then set in the panel beside it what stands here, the filter with “Add a filter”. The name goes into a text above the chart.',
  warningLabel: 'Never add up customer_count.',
  warning:
    'Who visits several restaurants is one of the customers of each, and would count several times: in a Sum, a summary row, or a scorecard whose filter was taken away. The customers of all restaurants together are the Record Count of customer_stats.',
  print: 'Print the recipe',
  missing: (roles: readonly Role[]) =>
    `Left out: your files have no ${roles.join(' and no ')} column.`,
  someRestaurant: 'your restaurant’s name, exactly as in the table',
  /** What Looker Studio calls a thing, in English: another language says its own word beside it. */
  term: (english: string) => english,
  notes: {
    customerCount:
      'One row is left, so its number is the maximum; a maximum never counts a customer twice.',
    totalRevenue: 'Revenue adds up: without the filter this is the revenue of all restaurants.',
    popularDishes:
      'Up to five dishes a restaurant, the most popular at rank 1. For those alone: a filter, popularity_rank Equal to (=) 1.',
    profitableDishes:
      'Up to five dishes a restaurant, the one with the highest revenue at rank 1. For those alone: a filter, profit_rank Equal to (=) 1.',
    topCustomers:
      'Those who visited as many stand by name. How often they came is not in this table.',
    frequentVisitors:
      'One row a restaurant; of several who came as often it has the first by name.',
  },
};
