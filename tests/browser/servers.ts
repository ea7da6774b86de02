/** Servers that record their requests, and functions that send requests to them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { builtSite } from '../../tools/built.mjs';
import { serve } from '../../tools/serve.mjs';
import { IMPORTING, sendFromPage, sendFromWorker, type Refusals } from './sending';
import { useSite, type Site, type SiteOptions } from './site';

/** A server that accepts and records every request. */
export class Listener {
  readonly heard: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.heard.push(request.url ?? '');
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('');
    });
    this.#server.on('upgrade', (request, socket) => {
      this.heard.push(request.url ?? '');
      socket.destroy();
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  /** The port differs from the site's port, so the origin differs too. */
  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export interface Servers {
  /** The requests that the site's server has received in this test. */
  readonly asked: string[];
  /** A server of another origin. */
  readonly elsewhere: Listener;
  readonly url: string;
}

/**
 * Serves the site for all tests of a `describe` and records its requests. A second server on
 * another origin records requests too.
 */
export function useServers(): Servers {
  const asked: string[] = [];
  const elsewhere = new Listener();
  let own: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    await elsewhere.open();
    const onRequest = (address: string) => asked.push(address);
    own = await serve(builtSite(), { base: '/some/sub-path/', onRequest });
  });
  afterEach(() => {
    asked.length = 0;
    elsewhere.heard.length = 0;
  });
  afterAll(async () => {
    await elsewhere.close();
    await own.close();
  });
  return {
    asked,
    elsewhere,
    get url() {
      return own.url;
    },
  };
}

/** Opens the site on these servers. Its pages can send requests to the other origin. */
export function useSiteOn(servers: Servers, options: SiteOptions = {}): Site {
  const site = useSite({ ...options, url: () => servers.url });
  beforeEach(() => {
    site.expectedOrigins = [new URL(servers.elsewhere.url).origin];
  });
  return site;
}

export const PAGE_WAYS = [
  ...['fetch', 'xhr', 'websocket', 'eventsource', 'beacon', 'image', 'video', 'script', 'import'],
  ...['stylesheet', 'preload', 'background', 'font', 'frame', 'object', 'worker', 'form'],
];
export const WORKER_WAYS = [
  'fetch',
  'xhr',
  'websocket',
  'eventsource',
  'scripts',
  'import',
  'worker',
];

/** Tries every way to send to each host, from the page and from its first `workers` workers. */
export async function sendAll(
  site: Site,
  hosts: readonly string[],
  { patienceMs, workers }: { patienceMs: number; workers: number },
): Promise<Record<string, Refusals>> {
  const refusals: Record<string, Refusals> = {};
  const { page } = site;
  await page.evaluate(IMPORTING);
  for (const worker of page.workers()) await worker.evaluate(IMPORTING);
  for (const [index, host] of hosts.entries()) {
    const whose = index === 0 ? 'our own server' : 'another server';
    refusals[`page to ${whose}`] = await page.evaluate(sendFromPage, { host, patienceMs });
    for (const [number, worker] of page.workers().slice(0, workers).entries()) {
      refusals[`worker ${String(number)} to ${whose}`] = await worker.evaluate(sendFromWorker, {
        host,
        patienceMs,
      });
    }
  }
  return refusals;
}
