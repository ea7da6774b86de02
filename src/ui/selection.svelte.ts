import type { Picked } from '../state/phase';
import type { Selection } from '../reports/report';

interface Asked {
  /** The restaurant that all reports are to be about; null for all. */
  readonly only: string | null;
  /** What there is of a restaurant. Rejects where its tables are gone. */
  readonly pick: (restaurant: string) => Promise<Picked>;
}

/**
 * What the reports are about. They turn to a restaurant when all of it is there, so that they are
 * drawn once; those before stay until then. To be called while a component is made.
 */
export function useSelection(asked: () => Asked): { readonly current: Selection } {
  let current = $state.raw<Selection>({ restaurant: asked().only, picked: null });
  // Before what is on the page is changed: the engine is at work meanwhile.
  $effect.pre(() => {
    const { only, pick } = asked();
    if (only === null) {
      current = { restaurant: null, picked: null };
      return undefined;
    }
    let isLeft = false;
    const turn = (picked: Picked | null) => {
      if (!isLeft) current = { restaurant: only, picked };
    };
    pick(only).then(turn, () => {
      // The cards are there all the same, and the next load has another engine.
      turn(null);
    });
    return () => {
      isLeft = true;
    };
  });
  return {
    get current() {
      return current;
    },
  };
}
