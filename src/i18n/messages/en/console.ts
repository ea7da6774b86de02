import { formatNumberOf } from '../../format';

/** Texts of the SQL console. */
export const console = {
  name: 'SQL console',
  lead: 'For the curious: query the rollups and the five tables with DuckDB’s SQL.',
  about:
    'Queries run in this browser, on a copy of the data behind the reports. They cannot change anything, and cannot reach a file or the network.',
  examples: 'Examples',
  example: {
    everywhere: 'Dishes sold at the most restaurants',
    spenders: 'Customers who spent the most',
    shares: 'Each restaurant’s share of the orders',
    once: 'Customers who came only once',
    unprofitable: 'Popular, not profitable',
  },
  query: 'Query',
  run: 'Run',
  stop: 'Stop',
  keys: 'Ctrl + Enter runs it.',
  keysOfMac: '⌘ + Enter runs it.',
  tables: 'Tables',
  types: 'Names are VARCHAR, counts BIGINT, amounts DECIMAL(38, 2).',
  starting: 'Starting the console’s engine…',
  running: 'Running…',
  result: 'Result of the query',
  rows: (rows: number) => `${formatNumberOf(rows, 'row')}.`,
  firstRows: (rows: number) =>
    `Only the first ${formatNumberOf(rows, 'row')}, here and in the download.`,
  before: 'This result is from the previous files. Run the query again for the current files.',
  download: 'Download query.csv',
  refused: 'The query failed.',
  noQuery:
    'Run one query at a time, and only queries that read: SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW TABLES.',
  lost: 'The query was too much for the engine, which has stopped. The next query starts a new engine.',
  failed: 'The console’s engine could not be started. Run the query again.',
  stopped: 'Stopped. The next query starts a new engine.',
  overtaken:
    'The query was cancelled because other files were loaded. Run it again for these files.',
};
