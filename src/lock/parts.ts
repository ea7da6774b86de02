/** Fetches the parts of the page that are loaded later, because the lock would block them. */
import { Failure } from '../domain/failure';
import { retry } from '../lib/retry';

/**
 * Selects the list of parts, which the build writes (tools/content-security.js) with addresses
 * relative to the page. It is missing in development.
 */
const LIST = 'meta[name="dishboard-parts"]';

/** Fetches the parts. Throws if a script cannot be fetched, but ignores a missing font. */
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

/** Turns a rejection into a Failure that suggests reloading the page. */
export async function orPageFailure<T>(fetching: Promise<T>): Promise<T> {
  try {
    return await fetching;
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Reloading is suggested, because browsers before 2026 cache a failed module until the page is
    // reloaded.
    throw Failure.internal('page not downloaded', error, 'reload page');
  }
}
