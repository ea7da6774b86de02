/**
 * Starts workers from a Blob with their whole script. Such workers inherit the page's security
 * policy; a worker from a URL does not and could send data anywhere.
 */
import { fetchBlob } from './fetch-blob';
import { retry } from './retry';

/** Missing in TypeScript's library. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const POLICY = 'dishboard-workers';

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** The page's policy allows this name (tools/content-security.js). Only blob URLs pass. */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL: (url) => {
    if (!url.startsWith('blob:')) throw new TypeError(`no worker is started from ${url}`);
    return url;
  },
});

export function blobWorkers(script: BlobPart): () => Worker {
  // Never revoked, because another worker may be needed at any time.
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return () => new Worker(policy?.createScriptURL(url) ?? url);
}

export async function fetchBlobWorkers(address: string): Promise<() => Worker> {
  return blobWorkers(await retry((isAgain) => fetchBlob(address, { isAgain })));
}
