import { Failure } from '../lib/failure';
import { noteFetched } from '../lib/fetched';
import type { DownloadProgress } from './engine';

export interface PackedAsset {
  readonly url: string;
  readonly sha256: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** An asset that is here for good, packed: nothing is fetched again, and a fifth of its memory is enough. */
export class Downloaded {
  readonly #packed: Blob;
  /** For whoever takes it first, which is at once. */
  #unpacked: Uint8Array<ArrayBuffer> | null;

  constructor(packed: Blob, unpacked: Uint8Array<ArrayBuffer>) {
    this.#packed = packed;
    this.#unpacked = unpacked;
  }

  async unpack(): Promise<Uint8Array<ArrayBuffer>> {
    const unpacked = this.#unpacked;
    this.#unpacked = null;
    return unpacked ?? unpack(this.#packed);
  }
}

/**
 * Fetches a gzipped asset, unpacks it and checks it. The progress counts packed bytes, as the
 * network carries them. Throws a Failure where the download fails, is cut or is not what was built.
 */
export async function downloadPacked(
  asset: PackedAsset,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Downloaded> {
  let packed: Blob;
  let unpacked: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(asset.url);
    if (!response.ok || !response.body) throw new Error(`HTTP status ${String(response.status)}`);
    packed = await collect(response.body, asset, onProgress);
    unpacked = await unpack(packed);
  } catch (error) {
    throw downloadFailure(error);
  }
  if (isSecureContext && (await sha256(unpacked)) !== asset.sha256) {
    throw downloadFailure(new Error('the checksum does not match'));
  }
  noteFetched(asset.url, packed);
  return new Downloaded(packed, unpacked);
}

/** Throws a Failure where it does not come. */
export async function orDownloadFailure<T>(downloading: Promise<T>): Promise<T> {
  try {
    return await downloading;
  } catch (error) {
    throw downloadFailure(error);
  }
}

async function collect(
  body: ReadableStream<Uint8Array>,
  asset: PackedAsset,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Blob> {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    blocks.push(value as Uint8Array<ArrayBuffer>);
    loaded += value.length;
    const loadedBytes = Math.min(loaded, asset.packedBytes);
    onProgress({ loadedBytes, totalBytes: asset.packedBytes });
  }
  return new Blob(blocks);
}

/** Some servers announce a `.gz` file as gzip-encoded, and the browser has then unpacked it already. */
async function isGzip(blob: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

async function unpack(packed: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = (await isGzip(packed))
    ? new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')))
    : packed;
  return new Uint8Array(await bytes.arrayBuffer());
}

/** In hex. Browsers offer it on https and on localhost only. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function downloadFailure(cause: unknown): Failure {
  return new Failure(
    {
      fault: 'internal',
      what: 'engine not downloaded',
      details: cause instanceof Error ? cause.message : String(cause),
    },
    { cause },
  );
}
