/** A timeout is needed, because a page can draw no frames although `document.hidden` is false. */
const LATE_MS = 1000;

/** Resolves in a task after the next frame, or after a timeout if no frame is drawn. */
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

/** Resolves to true at the next frame, or to false on timeout. */
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
