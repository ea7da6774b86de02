/** The composition root: what the page is made of, put together once. */
import '@fontsource-variable/source-serif-4';
import './app.css';
import { mount } from 'svelte';
import sampleUrl from '../static/data.csv?url';
import { Failure } from './lib/failure';
import { Session, type Services } from './state/session.svelte';
import App from './ui/App.svelte';

/** Fetched beside the page, not before it: the first content needs neither the engine nor the pipeline. */
const engineModule = import('./engine/duckdb-browser');
const pipeline = Promise.all([
  import('./pipeline/database'),
  import('./pipeline/load'),
  import('./ingest/worker-ingest'),
]);
// Whoever awaits them is told of a failure; until then it is no unhandled one.
engineModule.catch(() => undefined);
pipeline.catch(() => undefined);

const services: Services = {
  async openEngine(onProgress) {
    const engine = await (await engineModule).openBrowserEngine(onProgress);
    const [{ createDatabase }] = await pipeline;
    await createDatabase(engine);
    return engine;
  },
  async loadFiles(engine, files, options) {
    const [, { load }, { workerIngest }] = await pipeline;
    return load(engine, workerIngest, files, options);
  },
  async fetchSample() {
    try {
      const response = await fetch(sampleUrl);
      if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
      return new File([await response.blob()], 'data.csv', { type: 'text/csv' });
    } catch (error) {
      throw new Failure(
        {
          fault: 'internal',
          title: 'The sample could not be downloaded.',
          hint: 'Check the connection and try again, or choose a CSV file of your own.',
          details: error instanceof Error ? error.message : String(error),
        },
        { cause: error },
      );
    }
  },
};

const session = new Session(services);
session.warmUp();
void session.openSample();

const target = document.getElementById('app');
if (target) mount(App, { target, props: { session } });
