/**
 * The second policy of the page, on top of the one that it is built with: no host can be reached any
 * more, not even our own. Browsers take no policy back. Workers from a Blob have the policies of the
 * moment in which they are started, so none is started before.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  'worker-src blob:',
  'connect-src blob:',
  'img-src data: blob:',
].join('; ');

/**
 * What policies do not reach, and the page has no use for any more: connections between browsers, and
 * what would go along with the next request to our own server, or make the browser send one.
 */
const BEYOND_POLICIES: readonly (readonly [object, string])[] = [
  [globalThis, 'RTCPeerConnection'],
  [globalThis, 'webkitRTCPeerConnection'],
  [Navigator.prototype, 'serviceWorker'],
  [Document.prototype, 'cookie'],
  [globalThis, 'cookieStore'],
  [globalThis, 'open'],
];

/** What TypeScript's library does not have. */
interface NavigateEvent extends Event {
  readonly userInitiated: boolean;
  readonly navigationType: 'push' | 'reload' | 'replace' | 'traverse';
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/** Policies leave a page free to go elsewhere, with whatever it puts into the address: a person may, no script. */
function stayHere(): void {
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  const refuse = Event.prototype.preventDefault;
  navigation?.addEventListener('navigate', (event) => {
    const { userInitiated, navigationType, destination } = event as NavigateEvent;
    if (userInitiated || navigationType === 'reload' || destination.sameDocument) return;
    // A download of what the page itself has made.
    if (destination.url.startsWith('blob:')) return;
    refuse.call(event);
  });
}

/** A refusal is told of a moment before or after what was refused is listed. */
const TELLING_MS = 100;

/** `onRequest`: for each request of the page from now on. One that is refused is none. */
export function seal(onRequest: () => void): void {
  const sealedAt = performance.now();
  const refused = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    refused.add(blockedURI);
  });
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
  for (const [owner, name] of BEYOND_POLICIES) Reflect.deleteProperty(owner, name);
  stayHere();
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      // What the page makes itself has an address too.
      if (startTime < sealedAt || !/^(?:https?|wss?):/.test(name)) continue;
      setTimeout(() => {
        if (!refused.has(name)) onRequest();
      }, TELLING_MS);
    }
  }).observe({ type: 'resource', buffered: true });
}
