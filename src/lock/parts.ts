/** What of the page itself is fetched when it is first used: under the lock it could not be fetched any more. */
import { Failure } from '../domain/failure';
import { tryAgain } from '../lib/try-again';

/** Written by the build (tools/content-security.js), relative to the page; none while developing. */
const LIST = 'meta[name="dishboard-parts"]';

/** Fetches them all. Throws where a script does not come; without a font, the next one of its family is used. */
export async function fetchParts(): Promise<void> {
  const list = document.querySelector<HTMLMetaElement>(LIST)?.content ?? '';
  const addresses = list.split(' ').filter((address) => address !== '');
  await Promise.all([
    // A module that is there is not asked for again.
    ...addresses.map((address) =>
      tryAgain(() => import(/* @vite-ignore */ new URL(address, document.baseURI).href)),
    ),
    ...[...document.fonts].map((font) => font.load().catch(() => undefined)),
  ]);
}

/** Rejects with a Failure, whatever part of the page it is that does not come. */
export async function orPageFailure<T>(fetching: Promise<T>): Promise<T> {
  try {
    return await fetching;
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Browsers of before 2026 remember a module that did not come until the page is loaded anew.
    throw Failure.ours('page not downloaded', error, 'reload page');
  }
}
