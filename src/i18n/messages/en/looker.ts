import type { Role } from '../../../domain/roles';

/** Texts about loading the tables into BigQuery and opening them in Looker Studio. */
export const looker = {
  open: 'BigQuery and Looker Studio',
  close: 'Close',
  names:
    'Since April 2026, Looker Studio is called Data Studio again. Both names mean the same product.',

  place: 'Where the tables go',
  project: 'Project ID',
  projectHint: 'The ID in the Google Cloud console, not the name or number of the project.',
  dataset: 'Dataset',
  datasetHint: 'It is created if it does not exist.',
  location: 'Location (optional)',
  locationHint:
    'For a new dataset, such as EU, US or asia-northeast1. If this is empty, BigQuery chooses.',
  kept: 'Remembered in this browser, never in the page’s address.',
  projectFaults: {
    domain:
      'load.sh does not accept older projects with a domain before a colon. Use a project without a domain.',
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
    characters:
      'A location has only letters, digits and hyphens, such as EU, US or asia-northeast1.',
    unfinished: 'This location is incomplete. Examples are EU, US and asia-northeast1.',
  },

  steps: 'Steps',
  kit: 'Download the kit with “Download BigQuery kit”, upload the ZIP to Cloud Shell and unpack it there.',
  run: 'Run this line in the kit’s folder. It loads the tables and checks them.',
  copy: 'Copy line',
  copied: 'Copied.',
  copyForbidden:
    'This browser does not let the page copy. The line is selected: copy it with the keyboard.',
  lineLabel: 'Line to run',
  report: (tables: number) =>
    tables === 1
      ? 'Open a blank report with the table as its data source, and save it.'
      : `Open a blank report with the ${String(tables)} tables as its data sources, and save it.`,
  link: 'Open a blank report',
  linkHint: 'Opens in a new tab',
  notYet: 'Fill in the names above: the line to run and the link then appear here.',
  sent: 'When you open the link, Google receives the names of the project, the dataset and the tables, and nothing else. The project is charged for the report’s BigQuery queries.',

  recipe: 'The six charts of the old dashboard',
  howTo:
    'Looker Studio does not draw charts by itself. For each chart, choose “Add a chart”, then enter these settings in the panel next to it. Use “Add a filter” for the filter. Put the name in a text above the chart.',
  warningLabel: 'Never add up customer_count.',
  warning:
    'A customer who visits several restaurants is counted in each. A Sum, a summary row or a scorecard without its filter would count that customer several times. For all restaurants together, use the Record Count of customer_stats.',
  print: 'Print the recipe',
  missing: (roles: readonly Role[]) =>
    `Left out: your files have no ${roles.join(' and no ')} column.`,
  someRestaurant: 'your restaurant’s name, exactly as in the table',
  /** Returns Looker Studio's English term; other languages add their own word. */
  term: (english: string) => english,
  notes: {
    customerCount:
      'The filter leaves one row, so the maximum is its number. A maximum never counts a customer twice.',
    totalRevenue:
      'Revenue can be added up: without the filter, this is the revenue of all restaurants.',
    popularDishes:
      'Up to five dishes per restaurant; the most popular has rank 1. To show only those, add a filter: popularity_rank Equal to (=) 1.',
    profitableDishes:
      'Up to five dishes per restaurant; the highest revenue has rank 1. To show only those, add a filter: profit_rank Equal to (=) 1.',
    topCustomers:
      'Customers with the same number are sorted by name. This table does not have their visits.',
    frequentVisitors:
      'One row per restaurant. If several customers came equally often, it has the first by name.',
  },
};
