import type { DownloadProgress, Engine } from '../../src/engine/engine';
import { Failure } from '../../src/lib/failure';
import type { Database } from '../../src/pipeline/database';
import type { Dataset, Table } from '../../src/pipeline/dataset';
import type { LoadOptions } from '../../src/pipeline/read-tables';
import { NO_RESULTS } from '../../src/sql/tables';
import { Session, type Services } from '../../src/state/session.svelte';
import { layoutOf } from './scan';

export const file = (name: string) => new File(['x'], name);
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function tableOf(own: File): Table {
  return {
    source: { name: own.name, file: own, container: { type: 'plain' } },
    layout: layoutOf(),
  };
}

function datasetOf(tables: readonly Table[]): Dataset {
  const receipt = { lines: 2, headerLines: 1, blankLines: 0, read: 1, kept: 1, rejected: 0 };
  return {
    tables: tables.map((table, index) => ({ ...table, id: index + 1, receipt, rejects: [] })),
    sources: tables.map(({ source }) => source.name),
    receipt,
    rejects: [],
    results: NO_RESULTS,
    checks: [],
  };
}

/** Services whose every answer the test gives when it wants to. */
export class Stage {
  readonly loads: {
    files: readonly string[];
    options: LoadOptions;
    resolve: () => void;
    reject: (error: unknown) => void;
  }[] = [];
  readonly engines: {
    onProgress: (progress: DownloadProgress) => void;
    resolve: () => void;
    reject: (error: unknown) => void;
    isClosed: boolean;
  }[] = [];

  readonly session: Session;
  sample: Promise<File> = Promise.resolve(file('data.csv'));

  constructor() {
    const services: Services = {
      openDatabase: (onProgress) =>
        new Promise<Database>((resolve, reject) => {
          const opened = {
            onProgress,
            reject,
            isClosed: false,
            resolve: () => {
              const close = () => {
                opened.isClosed = true;
                return Promise.resolve();
              };
              resolve({ engine: { close } as Engine, held: [] });
            },
          };
          this.engines.push(opened);
        }),
      inspect: (files) => {
        const wrong = files.find(({ name }) => name.startsWith('wrong'));
        if (wrong)
          return Promise.reject(new Failure({ fault: 'input', title: wrong.name, hint: '' }));
        return Promise.resolve(files.map((each) => tableOf(each)));
      },
      load: (_, tables, options) =>
        new Promise<Dataset>((resolve, reject) => {
          const files = tables.map(({ source }) => source.name);
          this.loads.push({
            files,
            options,
            reject,
            resolve: () => {
              resolve(datasetOf(tables));
            },
          });
        }),
      fetchSample: () => this.sample,
    };
    this.session = new Session(services);
  }

  get phase() {
    return this.session.phase;
  }

  /** A session with the file's reports on screen. */
  static async ready(name = 'monday.csv'): Promise<Stage> {
    const stage = new Stage();
    void stage.session.openFiles([file(name)]);
    await settled();
    stage.engines[0]!.resolve();
    await settled();
    stage.loads[0]!.resolve();
    await settled();
    return stage;
  }
}
