/**
 * Tries to send, for everyone to see what becomes of it: to our own server, the one that the page came
 * from, since it is the last that could be reached. What is sent is the word `attempt`.
 */
import { blobWorkers } from '../lib/blob-worker';

export const WAYS = ['fetch', 'beacon', 'socket', 'image', 'worker'] as const;
export type Way = (typeof WAYS)[number];

export interface Attempt {
  readonly way: Way;
  /** Whether the browser said that a policy has forbidden it; of a worker's, that it came to nothing. */
  readonly isRefused: boolean;
}

/** The browser says at once what a policy forbids. */
const PATIENCE_MS = 3000;

/** WebKit tells its workers of no refusal: the request fails there, and our server answers any that arrives. */
const WORKER = `
addEventListener('securitypolicyviolation', () => postMessage('refused'));
addEventListener('message', ({ data }) => {
  fetch(data, { method: 'POST', body: 'attempt' }).catch(() => postMessage('refused'));
});`;

const startWorker = () => blobWorkers(WORKER)();

/** What does the sending; the answer does not matter. */
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

/** One after the other, so that each refusal is known for what it refuses. */
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
  return within((refuse, signal) => {
    document.addEventListener('securitypolicyviolation', refuse, { signal });
    try {
      send(address);
    } catch {
      // Some browsers throw where they refuse, and tell of it as well.
    }
  });
}

function workerRefused(address: URL): Promise<boolean> {
  const worker = startWorker();
  const told = within((refuse, signal) => {
    worker.addEventListener('message', refuse, { signal });
    worker.postMessage(address.href);
  });
  return told.finally(() => {
    worker.terminate();
  });
}

async function within(begin: (refuse: () => void, signal: AbortSignal) => void): Promise<boolean> {
  const done = new AbortController();
  const isRefused = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, false);
    const refuse = () => {
      clearTimeout(timer);
      resolve(true);
    };
    begin(refuse, done.signal);
  });
  done.abort();
  return isRefused;
}
