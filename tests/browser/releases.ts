/** Serves a site that a test can replace at the same address, as a release does. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { builtSite } from '../../tools/built.mjs';
import { writeWorker } from '../../tools/offline.js';
import { serve } from '../../tools/serve.mjs';

const BASE = '/some/sub-path/';

export class Releases {
  readonly asked: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  #server: Awaited<ReturnType<typeof serve>> | null = null;
  #port = 0;
  #scratch = '';
  #base = BASE;

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}${this.#base}`;
  }

  make(): void {
    this.#scratch = mkdtempSync(path.join(tmpdir(), 'dishboard-releases-'));
  }

  clear(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  /** Makes a release that differs only in the title and in the main script's name. */
  async next(): Promise<string> {
    const folder = path.join(this.#scratch, 'next');
    cpSync(builtSite(), folder, { recursive: true });
    const assets = path.join(folder, 'assets');
    const main = readdirSync(assets).find((name) => /^index-.*\.js$/.test(name)) ?? '';
    const next = main.replace('index-', 'index-next-');
    for (const file of readdirSync(assets).map((name) => path.join(assets, name))) {
      if (file.endsWith('.js')) replaceIn(file, main, next);
    }
    renameSync(path.join(assets, main), path.join(assets, next));
    const page = path.join(folder, 'index.html');
    replaceIn(page, main, next);
    replaceIn(page, '<title>Dishboard</title>', '<title>Dishboard, next</title>');
    await writeWorker(folder);
    return folder;
  }

  /** Makes a folder that contains the site twice, in `a/` and `b/`. */
  two(): string {
    const folder = path.join(this.#scratch, 'two');
    for (const name of ['a', 'b'])
      cpSync(builtSite(), path.join(folder, name), { recursive: true });
    return folder;
  }

  /** Serves a folder of a site, at the same port as before. */
  async serve(folder: string, base = BASE): Promise<void> {
    await this.stop();
    this.forget();
    this.#base = base;
    const onRequest = (address: string, headers: IncomingHttpHeaders) => {
      this.asked.push(address);
      this.headers.push(headers);
    };
    this.#server = await serve(folder, { base, port: this.#port, onRequest });
    this.#port = Number(new URL(this.#server.url).port);
  }

  forget(): void {
    this.asked.length = 0;
    this.headers.length = 0;
  }

  /** Stops the server, as if the network were off. */
  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
  }

  async close(): Promise<void> {
    await this.stop();
    this.#port = 0;
  }
}

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
}

export function useReleases(): Releases {
  const releases = new Releases();
  beforeAll(() => {
    releases.make();
  });
  afterAll(() => {
    releases.clear();
  });
  beforeEach(() => releases.serve(builtSite()));
  afterEach(() => releases.close());
  return releases;
}
