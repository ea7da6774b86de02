/**
 * Records what the real pipeline makes from the fixtures. It runs in Node, so that no page needs an
 * engine.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Findings } from '../../src/domain/findings';
import type { Receipt, Reject } from '../../src/domain/receipt';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import { directIngest } from '../../src/ingest/worker/read';
import { createDatabase, type Database } from '../../src/pipeline/database';
import type { Dataset, LoadedTable, Review } from '../../src/pipeline/dataset';
import { load } from '../../src/pipeline/load';
import { customerTies, details, pick, review, soldDishes } from '../../src/pipeline/looking';
import type {
  CustomerTies,
  Details,
  Picked,
  Results,
  SoldDishes,
  Subject,
  TableName,
} from '../../src/sql/tables';
import { allOf } from '../support/rejects';
import { FIXTURES, type FixtureName } from './fixtures';
import { isFresh } from './fresh';

/** All results of loading a fixture, as plain objects that can be sent to a page. */
export interface Recording {
  readonly name: FixtureName;
  /** The first lines of each file, enough to recognise its layout. */
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly tables: readonly {
    readonly receipt: Receipt;
    readonly rejects: readonly Reject[];
    readonly revenue: bigint | null;
    readonly findings: Findings;
  }[];
  readonly receipt: Receipt;
  readonly results: Results;
  readonly review: Review;
  readonly picks: readonly Picked[];
  readonly details: readonly Details[];
  readonly ties: readonly { readonly restaurant: string | null; readonly ties: CustomerTies }[];
  readonly sold: SoldDishes;
}

export type Recordings = Readonly<Record<FixtureName, Recording>>;

/** The number of dishes, and of customers, whose details are recorded for a fixture. */
const MOST_SUBJECTS = 8;
/**
 * Picks are recorded for at most this many restaurants of a fixture, because more take too long.
 */
const MOST_PICKS = 12;
const LINES_SENT = 200;

/**
 * Returns the path of a file with all recordings. It makes the file again if a source has changed.
 */
export async function recordingsFile(folder: string): Promise<string> {
  const file = path.join(folder, 'recordings.bin');
  const sources = [
    ...['domain', 'engine', 'ingest', 'lib', 'pipeline', 'sql'].map((name) => `src/${name}`),
    ...['static/data.csv', 'tests/components/fixtures.ts', 'tests/components/recordings.ts'],
  ];
  if (isFresh(file, sources)) return file;
  const database = await createDatabase(await openNodeEngine());
  try {
    const recordings: Partial<Record<FixtureName, Recording>> = {};
    for (const name of Object.keys(FIXTURES) as FixtureName[]) {
      recordings[name] = await record(database, name);
    }
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    writeFileSync(file, serialize(recordings));
  } finally {
    await database.engine.close();
  }
  return file;
}

export function readRecordings(file: string): Recordings {
  return deserialize(readFileSync(file)) as Recordings;
}

async function record(database: Database, name: FixtureName): Promise<Recording> {
  const files = FIXTURES[name]();
  const dataset = await load(database, directIngest, await tablesOf(files));
  const seen = await review(database);
  const restaurants = dataset.results.tables.restaurant_stats
    .slice(0, MOST_PICKS)
    .map((row) => row.restaurant_names);
  const picks: Picked[] = [];
  for (const restaurant of restaurants) picks.push(plainPick(await pick(database, restaurant)));
  return {
    name,
    files: files.map((file) => ({ ...file, content: firstLines(file.content) })),
    tables: await Promise.all(dataset.tables.map(plainTable)),
    receipt: dataset.receipt,
    results: plainResults(dataset),
    review: plainReview(seen),
    picks,
    details: await detailsOf(database, dataset),
    ties: await tiesOf(database, [null, ...restaurants]),
    sold: [...(await soldDishes(database))],
  };
}

async function tablesOf(files: ReturnType<(typeof FIXTURES)[FixtureName]>) {
  const tables = [];
  for (const { name, content } of files) {
    for (const source of await directIngest.sourcesOf(new File([content], name))) {
      tables.push(await directIngest.inspect(source));
    }
  }
  return tables;
}

async function tiesOf(
  database: Database,
  restaurants: readonly (string | null)[],
): Promise<Recording['ties']> {
  const all: { restaurant: string | null; ties: CustomerTies }[] = [];
  for (const restaurant of restaurants) {
    all.push({ restaurant, ties: [...(await customerTies(database, restaurant))] });
  }
  return all;
}

async function detailsOf(database: Database, { results }: Dataset): Promise<Details[]> {
  const { popular_dishes, customer_stats } = results.tables;
  const subjects: Subject[] = [
    ...popular_dishes.slice(0, MOST_SUBJECTS).map(({ food_names: name }) => dish(name)),
    ...customer_stats.slice(0, MOST_SUBJECTS).map(({ first_name: name }) => customer(name)),
  ];
  const all: Details[] = [];
  for (const subject of subjects) {
    const found = await details(database, subject);
    if (found?.kind === 'dish') all.push({ ...found, places: [...found.places] });
    else if (found) all.push({ ...found, places: [...found.places] });
  }
  return all;
}

const dish = (name: string): Subject => ({ kind: 'dish', name });
const customer = (name: string): Subject => ({ kind: 'customer', name });

async function plainTable({ receipt, rejects, revenue, findings }: LoadedTable) {
  return { receipt, rejects: await allOf(rejects), revenue, findings };
}

function plainResults({ results }: Dataset): Results {
  const tables = Object.fromEntries(
    Object.entries(results.tables).map(([name, rows]) => [name, [...rows]]),
  ) as unknown as { [T in TableName]: Results['tables'][T] };
  return {
    roles: results.roles,
    tables,
    scorecards: [...results.scorecards],
    visitedCounts: [...results.visitedCounts],
  };
}

function plainReview({ contenders, menu, checks, hints }: Review): Review {
  return {
    contenders: [...contenders],
    menu: [...menu],
    checks,
    hints: {
      outlyingPrices: [...hints.outlyingPrices],
      smallRestaurants: [...hints.smallRestaurants],
      alikeNames: [...hints.alikeNames],
    },
  };
}

function plainPick({ restaurant, dishes, revenues, travellers, visitors }: Picked): Picked {
  return {
    restaurant,
    dishes: [...dishes],
    revenues: [...revenues],
    travellers: [...travellers],
    visitors: [...visitors],
  };
}

function firstLines(content: string): string {
  if (content.length < 100_000) return content;
  return `${content.split('\n', LINES_SENT).join('\n')}\n`;
}
