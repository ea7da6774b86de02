import { noteFetched } from './fetched';

/** A connection on which nothing comes for so long is given up. */
const SILENCE_MS = 30_000;

export interface FetchOptions {
  /** What came before was no good: what a cache has of it may be no better. */
  readonly isAgain?: boolean;
  /**
   * After each block, with the bytes so far. Some servers announce a `.gz` file as gzip-encoded: then the
   * browser unpacks it on the way, and the bytes are of what was in it.
   */
  readonly onBytes?: (bytes: number, isUnpacked: boolean) => void;
}

/** All of what is at an address of our own. Throws where it does not come, is cut, or stops coming. */
export async function fetchBlob(
  address: string,
  { isAgain = false, onBytes = () => undefined }: FetchOptions = {},
): Promise<Blob> {
  const abort = new AbortController();
  const giveUp = () => {
    abort.abort(new Error(`nothing came for ${String(SILENCE_MS / 1000)} seconds`));
  };
  let timer = setTimeout(giveUp, SILENCE_MS);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, SILENCE_MS);
  };
  try {
    const cache = isAgain ? 'reload' : 'default';
    const response = await fetch(address, { cache, signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP status ${String(response.status)}`);
    const isUnpacked = response.headers.get('content-encoding') === 'gzip';
    const blocks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader() as ReadableStreamDefaultReader<
      Uint8Array<ArrayBuffer>
    >;
    for (;;) {
      heard();
      const { done, value } = await reader.read();
      if (done) break;
      blocks.push(value);
      bytes += value.length;
      onBytes(bytes, isUnpacked);
    }
    const content = new Blob(blocks);
    noteFetched(address, content);
    return content;
  } finally {
    clearTimeout(timer);
  }
}
