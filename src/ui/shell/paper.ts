/** Calls `tell` before and after printing. Returns a function that stops this. */
export function watchPaper(tell: (isOnPaper: boolean) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const on = () => {
    tell(true);
  };
  const off = () => {
    tell(false);
  };
  addEventListener('beforeprint', on, { signal });
  addEventListener('afterprint', off, { signal });
  // Some browsers fire only this event, for example in print preview.
  matchMedia('print').addEventListener(
    'change',
    ({ matches }) => {
      tell(matches);
    },
    { signal },
  );
  return () => {
    ending.abort();
  };
}

/**
 * Opens all folded sections for printing and folds them again afterwards. Returns a function that
 * stops this.
 */
export function unfoldOnPaper(): () => void {
  let unfolded: HTMLDetailsElement[] = [];
  const unfold = () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    unfolded.push(...folded);
    for (const details of folded) details.open = true;
  };
  // Other print handlers may add sections after this one has run.
  const added = new MutationObserver(unfold);
  const end = watchPaper((isOnPaper) => {
    if (isOnPaper) {
      unfold();
      added.observe(document.body, { childList: true, subtree: true });
    } else {
      added.disconnect();
      for (const details of unfolded) details.open = false;
      unfolded = [];
    }
  });
  return () => {
    added.disconnect();
    end();
  };
}
