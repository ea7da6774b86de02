import { afterAll, beforeAll } from 'vitest';
import { openNodeEngine } from '../../src/engine/duckdb-node';
import type { Engine } from '../../src/engine/engine';
import type { Source } from '../../src/ingest/source';
import { directIngest } from '../../src/ingest/read';
import { createDatabase } from '../../src/pipeline/database';
import type { Dataset } from '../../src/pipeline/dataset';
import { inspectFiles, load, type LoadOptions } from '../../src/pipeline/load';

/** One real engine for the tests of a file, with the project's tables and views in it. */
export function useEngine(): { readonly engine: Engine } {
  let engine: Engine | null = null;
  beforeAll(async () => {
    engine = await openNodeEngine();
    await createDatabase(engine);
  });
  afterAll(() => engine?.close());
  return {
    get engine() {
      if (!engine) throw new Error('the engine is open only while tests run');
      return engine;
    },
  };
}

export async function loadFiles(
  engine: Engine,
  files: File[],
  options?: LoadOptions,
): Promise<Dataset> {
  return load(engine, directIngest, await inspectFiles(directIngest, files), options);
}

/** A text as a source of its own. */
export function csvSource(text: string | Uint8Array<ArrayBuffer>, name = 'orders.csv'): Source {
  return { name, file: csvFile(text, name), container: { type: 'plain' } };
}

export function csvFile(text: string | Uint8Array<ArrayBuffer>, name = 'orders.csv'): File {
  return new File([text], name);
}
