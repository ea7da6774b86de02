/** Files of the site that the page has fetched itself, to be cached for the next visit. */
const fetched = new Map<string, Blob>();

export function noteFetched(address: string, content: Blob): void {
  fetched.set(address, content);
}

export function takeFetched(): ReadonlyMap<string, Blob> {
  const taken = new Map(fetched);
  fetched.clear();
  return taken;
}
