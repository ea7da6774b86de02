import { afterAll, beforeAll } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import type { Source } from '../../src/ingest/container/source';
import type { Inspection } from '../../src/ingest/layout/inspect';
import type { Choice } from '../../src/ingest/layout/layout';
import { directIngest } from '../../src/ingest/worker/read';
import { createDatabase, type Database } from '../../src/pipeline/database';
import type { Dataset, LoadedTable, Review, InputTable } from '../../src/pipeline/dataset';
import { load } from '../../src/pipeline/load';
import type { LoadOptions } from '../../src/pipeline/read-tables';
import { review } from '../../src/pipeline/looking';

/** An engine with the project's tables and views for the tests of a file. */
export function useEngine(): Database {
  let database: Database | null = null;
  beforeAll(async () => {
    database = await createDatabase(await openNodeEngine());
  });
  afterAll(() => database?.engine.close());
  const open = () => {
    if (!database) throw new Error('the database is open only while tests run');
    return database;
  };
  return {
    get engine() {
      return open().engine;
    },
    get held() {
      return open().held;
    },
    set held(tables) {
      open().held = tables;
    },
  };
}

/** Inspects files. If the page would ask for a restaurant, the file's name is used. */
export async function tablesOf(files: readonly File[], choice?: Choice): Promise<Inspection[]> {
  const tables: Inspection[] = [];
  for (const file of files) {
    for (const source of await directIngest.sourcesOf(file)) {
      tables.push(await directIngest.inspect(source, choice));
    }
  }
  return tables;
}

/** Loads tables and runs the review at once, which the page runs later. */
export async function loadTables(
  database: Database,
  tables: readonly (InputTable | LoadedTable)[],
  options?: LoadOptions,
): Promise<Dataset & Review> {
  const dataset = await load(database, directIngest, tables, options);
  return { ...dataset, ...(await review(database)) };
}

export async function loadFiles(
  database: Database,
  files: File[],
  options?: LoadOptions,
  choice?: Choice,
): Promise<Dataset & Review> {
  return loadTables(database, await tablesOf(files, choice), options);
}

export function csvSource(text: string | Uint8Array<ArrayBuffer>, name = 'orders.csv'): Source {
  return { name, file: csvFile(text, name), container: { type: 'plain' } };
}

export function csvFile(text: string | Uint8Array<ArrayBuffer>, name = 'orders.csv'): File {
  return new File([text], name);
}
