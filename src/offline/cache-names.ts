/** The space keeps prefixes distinct: no URL path contains one. */
export function cachePrefix(scope: URL): string {
  return `dishboard ${scope.pathname} `;
}

/** The cache in which the page leaves what it has fetched, for the service worker to take. */
export function handoverCacheName(scope: URL): string {
  return `${cachePrefix(scope)}handed over`;
}
