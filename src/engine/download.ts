import { Failure } from '../domain/failure';
import { fetchBlob } from '../lib/fetch-blob';
import { retry } from '../lib/retry';
import type { DownloadProgress } from './engine';

export interface PackedAsset {
  readonly url: string;
  readonly sha256: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** A downloaded asset. It is kept packed, because it then uses a fifth of the memory. */
export class Downloaded {
  readonly #packed: Blob;
  /** The unpacked bytes, which are kept only until the first call of `unpack`. */
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
 * Downloads, unpacks and verifies a gzipped asset, in up to three attempts. The progress counts
 * packed bytes. Rejects with a Failure if the download fails or the content is wrong.
 */
export function downloadPacked(
  asset: PackedAsset,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Downloaded> {
  const totalBytes = asset.packedBytes;
  const onBytes = (bytes: number, isUnpacked: boolean) => {
    const share = Math.min(bytes / (isUnpacked ? asset.unpackedBytes : totalBytes), 1);
    onProgress({ loadedBytes: Math.floor(share * totalBytes), totalBytes });
  };
  return orDownloadFailure(
    retry(async (isAgain) => {
      const packed = await fetchBlob(asset.url, { isAgain, onBytes });
      const unpacked = await unpack(packed);
      await check(asset, unpacked);
      return new Downloaded(packed, unpacked);
    }),
  );
}

async function check(asset: PackedAsset, unpacked: Uint8Array<ArrayBuffer>): Promise<void> {
  const { length } = unpacked;
  if (length !== asset.unpackedBytes) {
    throw new Error(`it has ${String(length)} bytes, not ${String(asset.unpackedBytes)}`);
  }
  if (isSecureContext && (await sha256(unpacked)) !== asset.sha256) {
    throw new Error('the checksum does not match');
  }
}

export async function orDownloadFailure<T>(downloading: Promise<T>): Promise<T> {
  try {
    return await downloading;
  } catch (error) {
    throw downloadFailure(error);
  }
}

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

/** Returns the digest in hexadecimal. Needs a secure context because of `crypto.subtle`. */
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
