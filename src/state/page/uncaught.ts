/** Of browser extensions, which have errors of their own in every page. */
const OF_OTHERS = /-extension:\/\//;

/** `tell`: of each error that nobody has caught. It stands in the browser's console as well. */
export function onUncaught(tell: (error: Error) => void): void {
  const hear = (error: unknown) => {
    // What observers complain of has no error in it, and nothing has failed.
    if (error instanceof Error && !OF_OTHERS.test(error.stack ?? '')) tell(error);
  };
  addEventListener('error', ({ error }) => {
    hear(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    hear(reason);
  });
}
