import { noteFetched } from './fetched';

/** A download is aborted after this many milliseconds without a byte. */
const SILENCE_MS = 30_000;

export interface FetchOptions {
  /** Bypasses the cache of the browser, which can contain the bad response of the last attempt. */
  readonly isAgain?: boolean;
  /**
   * Called after each block with the number of bytes so far. If a server sends a `.gz` file as
   * gzip-encoded, the browser unpacks it, and the number counts unpacked bytes.
   */
  readonly onBytes?: (bytes: number, isUnpacked: boolean) => void;
}

/** Fetches a same-origin file. Rejects on an HTTP error, a truncated response or a timeout. */
export async function fetchBlob(
  address: string,
  { isAgain = false, onBytes = () => undefined }: FetchOptions = {},
): Promise<Blob> {
  const abort = new AbortController();
  const abortSilent = () => {
    abort.abort(new Error(`nothing came for ${String(SILENCE_MS / 1000)} seconds`));
  };
  let timer = setTimeout(abortSilent, SILENCE_MS);
  const resetTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(abortSilent, SILENCE_MS);
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
      resetTimer();
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
