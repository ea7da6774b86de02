/**
 * Starts workers from a Blob that contains their whole script. Such a worker inherits the security
 * policy of the page. A worker from a URL does not, so it could send data anywhere.
 */
import { fetchBlob } from './fetch-blob';
import { retry } from './retry';

/** TypeScript's library has no type for this API. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const POLICY = 'dishboard-workers';

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * The Trusted Types policy, whose name the security policy of the page allows (tools/csp.mjs). It
 * accepts only blob URLs.
 */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL: (url) => {
    if (!url.startsWith('blob:')) throw new TypeError(`no worker is started from ${url}`);
    return url;
  },
});

export function blobWorkers(script: BlobPart): () => Worker {
  // The URL is never revoked, because another worker can be needed at any time.
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return () => new Worker(policy?.createScriptURL(url) ?? url);
}

export async function fetchBlobWorkers(address: string): Promise<() => Worker> {
  return blobWorkers(await retry((isAgain) => fetchBlob(address, { isAgain })));
}
