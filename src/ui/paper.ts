/**
 * Tells when the page goes to paper and when it is back on the screen; returns how to end it. Those
 * who put more on the page for it are told first, so that whoever looks at the page finds it whole.
 */
export function watchPaper(
  tell: (isOnPaper: boolean) => void,
  { isFirst } = { isFirst: true },
): () => void {
  const ending = new AbortController();
  const options = { signal: ending.signal, capture: isFirst };
  const on = () => {
    tell(true);
  };
  const off = () => {
    tell(false);
  };
  addEventListener('beforeprint', on, options);
  addEventListener('afterprint', off, options);
  // A page can be looked at as on paper without being printed, and some browsers tell no more than this.
  matchMedia('print').addEventListener(
    'change',
    ({ matches }) => {
      tell(matches);
    },
    options,
  );
  return () => {
    ending.abort();
  };
}

/** Nobody can unfold what is on paper: all that is folded is open there, and folded again after it. */
export function unfoldOnPaper(): () => void {
  let unfolded: HTMLDetailsElement[] = [];
  return watchPaper(
    (isOnPaper) => {
      if (isOnPaper) {
        const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
        unfolded.push(...folded);
        for (const details of folded) details.open = true;
      } else {
        for (const details of unfolded) details.open = false;
        unfolded = [];
      }
    },
    { isFirst: false },
  );
}
