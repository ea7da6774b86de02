/** What the caches of all releases under a scope begin with, and those of nobody else on its origin: no path holds a space. */
export function cachePrefix(scope: URL): string {
  return `dishboard ${scope.pathname} `;
}

/** What the page has fetched by itself, for the worker to take: it is as good as what comes again. */
export function handedOver(scope: URL): string {
  return `${cachePrefix(scope)}handed over`;
}
