/** What of the site the page has fetched by itself, for whoever keeps it for the next visit. */
const fetched = new Map<string, Blob>();

/** `content` as it came. */
export function noteFetched(address: string, content: Blob): void {
  fetched.set(address, content);
}

/** All of it, by its address; held here no longer. */
export function takeFetched(): ReadonlyMap<string, Blob> {
  const taken = new Map(fetched);
  fetched.clear();
  return taken;
}
