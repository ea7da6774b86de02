import { formatNumberOf } from '../../format';

/** The SQL console. */
export const console = {
  name: 'SQL console',
  lead: 'For the curious: ask the rollups and the five tables anything, in DuckDB’s SQL.',
  about:
    'Queries run in this browser, on a copy of what the reports are made from. They can change nothing, and reach no file and no network.',
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
  starting: 'Starting an engine of its own…',
  running: 'Running…',
  result: 'Result of the query',
  rows: (rows: number) => `${formatNumberOf(rows, 'row')}.`,
  firstRows: (rows: number) =>
    `The first ${formatNumberOf(rows, 'row')}; there are more. The download has these too.`,
  before: 'Of the files that were here before: run it again for those that are here now.',
  download: 'Download query.csv',
  refused: 'The query has no answer.',
  noQuery:
    'One query at a time, and only one that reads: SELECT, FROM, WITH, VALUES, DESCRIBE, SUMMARIZE or SHOW TABLES.',
  lost: 'The query took more than the engine has, and the engine with it. The next query has another.',
  failed: 'The console’s engine could not be started. Run the query again.',
  stopped: 'Stopped. The next query has another engine.',
  overtaken: 'Other files came while the query ran, and ended it. Run it again for these.',
};
