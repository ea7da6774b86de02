import { afterEach, beforeEach, describe, expect } from 'vitest';
import { useSite } from '../site';
import { BrokenServer, type Trouble } from './broken-server';
import type { FaultName } from './list';
import { click, hasSample, hasten, loadsAgain, says, useFaults } from './support';

const site = useSite({ fresh: true });
const fault = useFaults();

let server: BrokenServer;
beforeEach(async () => {
  server = new BrokenServer();
  site.ownUrl = await server.open();
  site.expectedErrors = [/Failed to load resource/];
});
afterEach(() => server.close());

/** Makes the server answer matching paths wrongly, until the returned function is called. */
function trouble(part: RegExp, kind: Trouble): () => void {
  server.troubleOf = (path) => (part.test(path) ? kind : null);
  return () => {
    server.troubleOf = () => null;
  };
}

describe('the engine’s download', () => {
  fault('engine once', async () => {
    const troubles: (Trouble | null)[] = ['error', 'cut'];
    server.troubleOf = (path) => (path.endsWith('.gz') ? (troubles.shift() ?? null) : null);
    await site.openSample();
    await hasSample(site);
    expect(server.asked.filter((path) => path.endsWith('.gz'))).toHaveLength(3);
    await loadsAgain(site);
  });

  const KINDS: readonly [FaultName, Trouble, RegExp][] = [
    ['engine refused', 'error', /HTTP status 503/],
    ['engine unreachable', 'refused', /Failed to fetch/],
    ['engine cut', 'cut', /network error/],
    ['engine stalls', 'stall', /nothing came for 30 seconds/],
    ['engine altered', 'altered', /the checksum does not match/],
    ['engine shorter', 'shorter', /it has [\d]+ bytes, not [\d]+/],
  ];
  for (const [index, [name, kind, details]] of KINDS.entries()) {
    fault(name, async (expected) => {
      if (kind === 'stall') await hasten(site.page, 30_000);
      const mend = trouble(/\.gz$/, kind);
      await site.open();
      await says(site, expected, details, /Check the connection/);
      // The browser itself retries a refused connection, so there can be more than three requests.
      const asked = server.asked.filter((path) => path.endsWith('.gz'));
      expect(asked.length).toBeGreaterThanOrEqual(3);
      mend();
      // Half of the faults are followed by a retry, and all of them by a load of another file.
      if (index % 2 === 0) {
        const progress = await site.watchProgress();
        await click(site, 'Try again');
        await site.waitFor('ready');
        expect((await progress()).map(({ text }) => text).join('\n')).toMatch(/MB of 7\.\d MB/);
        await hasSample(site);
      }
      await loadsAgain(site);
    });
  }
});

describe('what else there is to download', () => {
  fault('part', async (expected) => {
    const mend = trouble(/\/lineage-/, 'refused');
    await site.open();
    await says(site, expected);
    await site.page.getByRole('button', { name: 'Reload the page' }).waitFor();
    mend();
    await click(site, 'Try again');
    await site.waitFor('ready');
    await hasSample(site);
    await loadsAgain(site);
  });

  fault('engine script', async (expected) => {
    const mend = trouble(/\/duckdb-browser-eh\.worker-/, 'cut');
    await site.open();
    await says(site, expected);
    mend();
    await loadsAgain(site);
  });

  fault('reader script', async (expected) => {
    const mend = trouble(/\/worker-(?!ingest)/, 'cut');
    await site.open();
    await says(site, expected);
    mend();
    await click(site, 'Reload the page');
    await site.waitFor('ready');
    await loadsAgain(site);
  });

  fault('entry', async (expected) => {
    const mend = trouble(/\/index-.*\.js$/, 'error');
    await site.open();
    await site.page.getByRole('alert').filter({ hasText: expected.says! }).waitFor();
    mend();
    await click(site, 'Reload the page');
    await site.waitFor('ready');
    await loadsAgain(site);
  });

  fault('sample', async (expected) => {
    const mend = trouble(/\/data-/, 'cut');
    await site.open();
    await says(site, expected);
    expect(await site.page.getByRole('button', { name: 'Download BigQuery kit' }).count()).toBe(0);
    mend();
    await click(site, 'Try again');
    await site.waitFor('ready');
    await hasSample(site);
    await loadsAgain(site);
  });

  fault('sample under the lock', async (expected) => {
    const mend = trouble(/\/data-/, 'stall');
    await site.open();
    await loadsAgain(site);
    await click(site, 'Remove after.csv');
    mend();
    server.asked.length = 0;
    server.cutAll();
    await click(site, 'Look at the sample');
    await says(site, expected, /The page locked itself/);
    expect(server.asked).toEqual([]);
    await loadsAgain(site);
    await click(site, 'Remove after.csv');
    await click(site, 'Look at the sample');
    await says(site, expected);
    await click(site, 'Reload the page');
    await site.waitFor('ready');
    await hasSample(site);
  });
});
