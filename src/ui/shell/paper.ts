/** Tells when the page goes to paper and when it is back on the screen; returns how to end it. */
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
  // A page can be looked at as on paper without being printed, and some browsers tell no more than this.
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

/** Nobody can unfold what is on paper: all that is folded is open there, and folded again after it. */
export function unfoldOnPaper(): () => void {
  let unfolded: HTMLDetailsElement[] = [];
  const unfold = () => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    unfolded.push(...folded);
    for (const details of folded) details.open = true;
  };
  // Others put more on the page when they are told, perhaps later than we are.
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
