/** Fetches the page's lazy parts before the lock, which would block them. */
import { Failure } from '../domain/failure';
import { retry } from '../lib/retry';

/**
 * Written by the build (tools/content-security.js), relative to the page. Missing in development.
 */
const LIST = 'meta[name="dishboard-parts"]';

/** Throws if a script cannot be fetched. A missing font is ignored. */
export async function fetchParts(): Promise<void> {
  const list = document.querySelector<HTMLMetaElement>(LIST)?.content ?? '';
  const addresses = list.split(' ').filter((address) => address !== '');
  await Promise.all([
    // A module that is already loaded causes no request.
    ...addresses.map((address) =>
      retry(() => import(/* @vite-ignore */ new URL(address, document.baseURI).href)),
    ),
    ...[...document.fonts].map((font) => font.load().catch(() => undefined)),
  ]);
}

/** Rejects with a Failure that suggests to reload the page. */
export async function orPageFailure<T>(fetching: Promise<T>): Promise<T> {
  try {
    return await fetching;
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Browsers before 2026 cache a failed module until the page is reloaded.
    throw Failure.internal('page not downloaded', error, 'reload page');
  }
}
