/** Ends the process where a load does not come to an end by itself: a loop leaves no turn to anybody in its own thread. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Long after the limit that a load is held to: a machine may be busy with others. */
const HANG_MS = 120_000;

const WATCH = `
const { parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let timer;
parentPort.on('message', (text) => {
  clearTimeout(timer);
  if (text === null) return;
  timer = setTimeout(() => {
    writeSync(2, 'a load does not end: ' + text + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }, ${String(HANG_MS)});
});
`;

export class Watchdog {
  readonly #worker = new Worker(WATCH, { eval: true });

  /** `text`: what is under way. */
  begin(text: string): void {
    this.#worker.postMessage(text);
  }

  end(): void {
    this.#worker.postMessage(null);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Keeps what a load was of, and says where: outside of the project. */
export function kept(name: string, bytes: Uint8Array): string {
  const folder = path.join(tmpdir(), 'dishboard-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name.replace(/[^\w.-]/g, '_'));
  writeFileSync(file, bytes);
  return file;
}
