/**
 * The security policy of the lock, in addition to the policy in the HTML. It blocks requests to all
 * hosts, even to the site itself, and cannot be removed. A Blob worker inherits the policies at its
 * start, so no worker may start before the lock.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  'worker-src blob:',
  'connect-src blob:',
  'img-src data: blob:',
].join('; ');

/**
 * APIs that policies do not restrict: peer connections, and ways to make the browser send data with
 * its next request to the server.
 */
const REMOVED_APIS: readonly (readonly [object, string])[] = [
  [globalThis, 'RTCPeerConnection'],
  [globalThis, 'webkitRTCPeerConnection'],
  [Navigator.prototype, 'serviceWorker'],
  [Document.prototype, 'cookie'],
  [globalThis, 'cookieStore'],
  [globalThis, 'open'],
];

/** TypeScript's library has no type for this event. */
interface NavigateEvent extends Event {
  readonly userInitiated: boolean;
  readonly navigationType: 'push' | 'reload' | 'replace' | 'traverse';
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/**
 * Blocks navigation by scripts, because policies let a script navigate to an address that contains
 * data. The user can still navigate.
 */
function blockScriptNavigation(): void {
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  const refuse = Event.prototype.preventDefault;
  navigation?.addEventListener('navigate', (event) => {
    const { userInitiated, navigationType, destination } = event as NavigateEvent;
    if (userInitiated || navigationType === 'reload' || destination.sameDocument) return;
    if (destination.url.startsWith('blob:')) return;
    refuse.call(event);
  });
}

/**
 * The delay before a request counts, because its violation can be reported shortly after the
 * request is listed.
 */
const VIOLATION_DELAY_MS = 100;

/** Closes the lock. From now on, `onRequest` is called for each request that is not refused. */
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
  for (const [owner, name] of REMOVED_APIS) Reflect.deleteProperty(owner, name);
  blockScriptNavigation();
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      // Blob and data URLs are listed too, but cause no request.
      if (startTime < sealedAt || !/^(?:https?|wss?):/.test(name)) continue;
      setTimeout(() => {
        if (!refused.has(name)) onRequest();
      }, VIOLATION_DELAY_MS);
    }
  }).observe({ type: 'resource', buffered: true });
}
