/**
 * Tries to send the word `attempt` to the site's own server, to show that the lock blocks it. Other
 * servers were unreachable even before the lock.
 */
import { blobWorkers } from '../lib/blob-worker';

export const WAYS = ['fetch', 'beacon', 'socket', 'image', 'worker'] as const;
export type Way = (typeof WAYS)[number];

export interface Attempt {
  readonly way: Way;
  /** True if the browser reported a policy violation. In a worker, a failed request also counts. */
  readonly isRefused: boolean;
}

/** After this time, an attempt counts as not refused, because a violation is reported at once. */
const VIOLATION_TIMEOUT_MS = 3000;

/**
 * The script of a worker that tries to send. A failed request counts as refused, because WebKit
 * reports no violations in workers and the server answers any request.
 */
const WORKER = `
addEventListener('securitypolicyviolation', () => postMessage('refused'));
addEventListener('message', ({ data }) => {
  fetch(data, { method: 'POST', body: 'attempt' }).catch(() => postMessage('refused'));
});`;

const startWorker = () => blobWorkers(WORKER)();

const SENDERS: Readonly<Record<Exclude<Way, 'worker'>, (address: URL) => void>> = {
  fetch: (address) => {
    fetch(address, { method: 'POST', body: 'attempt' }).catch(() => undefined);
  },
  beacon: (address) => {
    navigator.sendBeacon(address, 'attempt');
  },
  socket: (address) => {
    const socket = new URL(address);
    socket.protocol = address.protocol.replace('http', 'ws');
    new WebSocket(socket).close();
  },
  image: (address) => {
    new Image().src = address.href;
  },
};

/** Makes one attempt at a time, so that a violation belongs to exactly one attempt. */
export async function tryToSend(): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const way of WAYS) {
    const address = new URL(`?attempt=${way}`, document.baseURI);
    const refused = way === 'worker' ? workerRefused(address) : pageRefused(SENDERS[way], address);
    attempts.push({ way, isRefused: await refused });
  }
  return attempts;
}

function pageRefused(send: (address: URL) => void, address: URL): Promise<boolean> {
  return waitForRefusal((refuse, signal) => {
    document.addEventListener('securitypolicyviolation', refuse, { signal });
    try {
      send(address);
    } catch {
      // Some browsers throw an error in addition to reporting a violation.
    }
  });
}

function workerRefused(address: URL): Promise<boolean> {
  const worker = startWorker();
  const refusal = waitForRefusal((refuse, signal) => {
    worker.addEventListener('message', refuse, { signal });
    worker.postMessage(address.href);
  });
  return refusal.finally(() => {
    worker.terminate();
  });
}

async function waitForRefusal(
  begin: (refuse: () => void, signal: AbortSignal) => void,
): Promise<boolean> {
  const done = new AbortController();
  const isRefused = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, VIOLATION_TIMEOUT_MS, false);
    const refuse = () => {
      clearTimeout(timer);
      resolve(true);
    };
    begin(refuse, done.signal);
  });
  done.abort();
  return isRefused;
}
