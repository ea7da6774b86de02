import { Failure } from '../lib/failure';
import type { DownloadProgress } from './engine';

export interface PackedAsset {
  readonly url: string;
  readonly sha256: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/**
 * Fetches a gzipped asset, unpacks it and checks it. The progress counts packed bytes, as the
 * network carries them. Throws a Failure where the download fails, is cut or is not what was built.
 */
export async function downloadPacked(
  asset: PackedAsset,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  let unpacked: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(asset.url);
    if (!response.ok || !response.body) throw new Error(`HTTP status ${String(response.status)}`);
    const packed = await collect(response.body, asset, onProgress);
    unpacked = isGzip(packed) ? await gunzip(packed) : packed;
  } catch (error) {
    throw downloadFailure(error);
  }
  if (isSecureContext && (await sha256(unpacked)) !== asset.sha256) {
    throw downloadFailure(new Error('the checksum does not match'));
  }
  return unpacked;
}

async function collect(
  body: ReadableStream<Uint8Array>,
  asset: PackedAsset,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
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
  return new Uint8Array(await new Blob(blocks).arrayBuffer());
}

/** Some servers announce a `.gz` file as gzip-encoded, and the browser has then unpacked it already. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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
