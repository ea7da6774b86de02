/** Reads a file away from the page's thread. One worker reads one file and is ended. */
import { Failure } from '../lib/failure';
import type { Chunk } from './chunk';
import type { Request, Response } from './protocol';
import { readChunks } from './read';

let chunks: AsyncGenerator<Chunk> | null = null;

function post(response: Response, transfer: Transferable[] = []): void {
  self.postMessage(response, { transfer });
}

async function answer(request: Request): Promise<void> {
  if (request.type === 'open') {
    chunks = readChunks(request.source, request.layout, { chunkBytes: request.chunkBytes });
    return;
  }
  const next = await chunks?.next();
  if (!next || next.done) post({ type: 'end' });
  else post({ type: 'chunk', chunk: next.value }, buffersOf(next.value));
}

function buffersOf(chunk: Chunk): Transferable[] {
  const arrays = [chunk.bytes, chunk.line, chunk.start, ...Object.values(chunk.codes)];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  answer(event.data).catch((error: unknown) => {
    post({ type: 'failure', report: Failure.from(error).report });
  });
});
