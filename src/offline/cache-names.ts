/**
 * Returns the prefix of all cache names of a site. It ends with a space, which no URL path
 * contains, so that no prefix is the start of another.
 */
export function cachePrefix(scope: URL): string {
  return `dishboard ${scope.pathname} `;
}

/** Returns the name of the cache in which the page leaves fetched files for the service worker. */
export function handoverCacheName(scope: URL): string {
  return `${cachePrefix(scope)}handed over`;
}
