import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { inject } from 'vitest';

/** The kinds of wrong answers to a request. */
export type Trouble = 'error' | 'refused' | 'cut' | 'stall' | 'altered' | 'shorter';

/** Serves the site, and can answer requests wrongly. */
export class BrokenServer {
  /** Returns the kind of wrong answer for a path, or null for a correct answer. */
  troubleOf: (path: string) => Trouble | null = () => null;
  readonly asked: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.push(path);
      this.#answer(path, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}${new URL(inject('siteUrl')).pathname}`;
  }

  cutAll(): void {
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const trouble = this.troubleOf(path);
    if (trouble === 'refused') {
      response.destroy();
      return;
    }
    if (trouble === 'error') {
      response.writeHead(503).end();
      return;
    }
    const whole = await fetch(new URL(path, inject('siteUrl')));
    const body = Buffer.from(await whole.arrayBuffer());
    const given = inTrouble(body, trouble);
    response.writeHead(whole.status, {
      'content-type': whole.headers.get('content-type') ?? 'application/octet-stream',
      'content-length': given.length,
      'cache-control': 'no-cache',
    });
    if (trouble !== 'cut' && trouble !== 'stall') {
      response.end(given);
      return;
    }
    response.write(given.subarray(0, given.length / 2), () => {
      if (trouble === 'cut') response.destroy();
    });
  }
}

/**
 * Damages the engine's bytes. They are still gzipped, unless `fetch` has decompressed them because
 * of a response header.
 */
function inTrouble(body: Buffer, trouble: Trouble | null): Buffer {
  if (trouble !== 'altered' && trouble !== 'shorter') return body;
  const isPacked = body.readUInt16BE(0) === 0x1f8b;
  const unpacked = isPacked ? gunzipSync(body) : body;
  if (trouble === 'shorter') return unpacked.subarray(0, -1);
  unpacked[unpacked.length >> 1]! ^= 1;
  return unpacked;
}
