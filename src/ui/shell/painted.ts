/** A page that nobody looks at has no frames, whether or not it says so: it is not waited for. */
const LATE_MS = 1000;

/** Resolves when what has changed is on screen: in a task after the next frame. Soon where nobody looks. */
export async function painted(): Promise<void> {
  if (document.hidden) return;
  if (!(await frame())) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Whether there is one. */
function frame(): Promise<boolean> {
  const done = new AbortController();
  return new Promise<boolean>((resolve) => {
    const end = (isThere: boolean) => {
      done.abort();
      resolve(isThere);
    };
    const timer = setTimeout(end, LATE_MS, false);
    done.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
    requestAnimationFrame(() => {
      end(true);
    });
    const onChange = () => {
      end(false);
    };
    document.addEventListener('visibilitychange', onChange, { signal: done.signal });
  });
}
