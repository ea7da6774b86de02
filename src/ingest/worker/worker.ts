/** Worker entry point: inspects files, and reads one file after another. */
import { Failure } from '../../domain/failure';
import type { Chunk } from '../records/chunk';
import { inspect } from '../layout/inspect';
import { PartReader } from './part-reader';
import type { LookRequest, LookResponse, ReadRequest, ReadResponse, Request } from './protocol';
import { readChunks } from './read';
import { sourcesOf } from '../container/sources';
import { toFileChanged } from '../container/unreadable';

let chunks: AsyncGenerator<Chunk> | null = null;
let parts: PartReader | null = null;

function post(response: LookResponse | ReadResponse, transfer: Transferable[] = []): void {
  self.postMessage(response, { transfer });
}

async function look(request: LookRequest): Promise<void> {
  const { id } = request;
  try {
    if (request.type === 'sourcesOf') {
      post({ type: 'sources', id, sources: await sourcesOf(request.file) });
    } else {
      const inspection = await inspect(request.source, request.choice);
      post({ type: 'inspection', id, inspection });
    }
  } catch (error) {
    const failure = request.type === 'inspect' ? toFileChanged(error) : Failure.from(error);
    post({ type: 'failure', id, report: failure.report });
  }
}

async function read(request: ReadRequest): Promise<void> {
  if (request.type === 'open') {
    chunks = readChunks(request.source, request.layout, { chunkBytes: request.chunkBytes });
    return;
  }
  if (request.type === 'open parts') {
    parts = new PartReader(request.reading);
    return;
  }
  if (request.type === 'forget') {
    [chunks, parts] = [null, null];
    return;
  }
  try {
    if (request.type === 'part') {
      const part = (await parts?.read(request.index, request.beginning)) ?? null;
      post({ type: 'part', part }, part ? buffersOf(part.chunk) : []);
      return;
    }
    const next = await chunks?.next();
    if (!next || next.done) post({ type: 'end' });
    else post({ type: 'chunk', chunk: next.value }, buffersOf(next.value));
  } catch (error) {
    post({ type: 'failure', report: toFileChanged(error).report });
  }
}

function buffersOf(chunk: Chunk): Transferable[] {
  const { bytes, line, start, hash, codes, values } = chunk;
  const valueArrays = [values.code, values.offsets, values.bytes, values.isValid];
  const arrays = [bytes, line, start, hash, ...Object.values(codes), ...valueArrays];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void (data.type === 'sourcesOf' || data.type === 'inspect' ? look(data) : read(data));
});
