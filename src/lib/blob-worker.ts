/**
 * Workers from a Blob that holds their whole script: those are bound by the policies of the page. One
 * from a URL is not, and could send what it is given anywhere.
 */

import { noteFetched } from './fetched';

/** What browsers with Trusted Types have, and TypeScript's library does not. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const POLICY = 'dishboard-workers';

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** Its name is in the page's policy (tools/content-security.js). It takes what this page has made itself. */
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL: (url) => {
    if (!url.startsWith('blob:')) throw new TypeError(`no worker is started from ${url}`);
    return url;
  },
});

/** Starts workers of this script, each at once. */
export function blobWorkers(script: BlobPart): () => Worker {
  // Kept as long as the page: another may be needed at any time.
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return () => new Worker(policy?.createScriptURL(url) ?? url);
}

/** Fetches a script that stands alone. Throws where it does not come. */
export async function fetchBlobWorkers(address: string): Promise<() => Worker> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
  const script = await response.blob();
  noteFetched(address, script);
  return blobWorkers(script);
}
