/** Servers that note what they are asked, and all the ways to ask them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import { builtSite } from '../../tools/built.mjs';
import { serve } from '../../tools/serve.mjs';
import { IMPORTING, sendFromPage, sendFromWorker, type Refusals } from './sending';
import type { Site } from './site';

/** Takes everything from everyone, and notes what it was. */
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

  /** Another origin than the site's: another port. */
  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The site on a server of its own that notes what it is asked for, and a second one that only listens. */
export function useServers(site: Site) {
  const asked: string[] = [];
  const servers = { asked, elsewhere: new Listener() };
  let own: Awaited<ReturnType<typeof serve>>;
  beforeEach(async () => {
    asked.length = 0;
    servers.elsewhere = new Listener();
    await servers.elsewhere.open();
    const onRequest = (address: string) => asked.push(address);
    own = await serve(await builtSite(), { base: '/some/sub-path/', onRequest });
    site.ownUrl = own.url;
    site.expectedOrigins = [new URL(servers.elsewhere.url).origin];
  });
  afterEach(async () => {
    await servers.elsewhere.close();
    await own.close();
  });
  return servers;
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

/** By every way, from the page and each of its workers, to both servers. */
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
