import { untrack } from 'svelte';
import type { Selection } from '../../reports/report';
import type { Picked } from '../../state/phase';
import { painted } from '../shell/painted';

interface Asked {
  /** The restaurant that all reports should show; null for all. */
  readonly only: string | null;
  /** The restaurant of the scorecards. */
  readonly restaurant: string | null;
  /** Queries the data of a restaurant. Rejects if the engine no longer has its tables. */
  readonly pick: (restaurant: string) => Promise<Picked>;
}

export interface Turned extends Selection {
  readonly only: string | null;
}

interface Selecting {
  readonly current: Turned;
  /** The selection of the reports out of sight, which change one frame later. */
  readonly behind: Turned;
  /** Returns the selection for the report at an index. */
  at(place: number): Turned;
}

/**
 * Holds the selection that reports show. It changes once all data of a restaurant has arrived, and
 * first for the reports that `inSight` marks. Must be called while a component is created.
 */
export function useSelection(asked: () => Asked, inSight: () => readonly boolean[]): Selecting {
  const { only, restaurant } = asked();
  const opening: Turned = { only, restaurant, picked: null };
  let current = $state.raw(opening);
  let behind = $state.raw(opening);
  let first = $state.raw<readonly boolean[]>([]);
  // Starts the query before the page updates, so that the engine works at the same time.
  $effect.pre(() => {
    const { only, restaurant, pick } = asked();
    let isLeft = false;
    const turn = (picked: Picked | null) => {
      const isSame =
        current.only === only && current.restaurant === restaurant && current.picked === picked;
      if (isLeft || isSame) return;
      first = inSight();
      current = { only, restaurant, picked };
      void painted().then(() => (behind = current));
    };
    if (only === null) {
      untrack(() => {
        turn(null);
      });
    } else {
      pick(only).then(turn, () => {
        // If the query fails, the reports show all restaurants; the next load starts a new engine.
        turn(null);
      });
    }
    return () => {
      isLeft = true;
    };
  });
  return {
    get current() {
      return current;
    },
    get behind() {
      return behind;
    },
    at: (place) => (first[place] ? current : behind),
  };
}
