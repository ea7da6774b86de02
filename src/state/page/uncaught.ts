/** Matches errors of browser extensions, which can throw in every page. */
const EXTENSION_URL = /-extension:\/\//;

/** Calls `notify` for each uncaught error. The browser's console shows it too. */
export function onUncaught(notify: (error: Error) => void): void {
  const handle = (error: unknown) => {
    // ResizeObserver reports harmless errors without an Error object.
    if (error instanceof Error && !EXTENSION_URL.test(error.stack ?? '')) notify(error);
  };
  addEventListener('error', ({ error }) => {
    handle(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    handle(reason);
  });
}
