/**
 * Ends the process if a load hangs. It runs in its own thread, because an endless loop blocks the
 * main one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Far above the limit of a load, because the machine may be busy. */
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

  /** `text` describes the running load. */
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

/** Saves a load's input outside the project and returns the path. */
export function kept(name: string, bytes: Uint8Array): string {
  const folder = path.join(tmpdir(), 'dishboard-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name.replace(/[^\w.-]/g, '_'));
  writeFileSync(file, bytes);
  return file;
}
