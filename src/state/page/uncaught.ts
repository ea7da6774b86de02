/** Browser extensions throw errors in every page. */
const OF_OTHERS = /-extension:\/\//;

/** Calls `notify` for each uncaught error. The browser's console shows it too. */
export function onUncaught(tell: (error: Error) => void): void {
  const hear = (error: unknown) => {
    // ResizeObserver reports harmless errors without an Error object.
    if (error instanceof Error && !OF_OTHERS.test(error.stack ?? '')) tell(error);
  };
  addEventListener('error', ({ error }) => {
    hear(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    hear(reason);
  });
}
