import { untrack } from 'svelte';
import type { Selection } from '../../reports/report';
import type { Picked } from '../../state/phase';
import { painted } from '../shell/painted';

interface Asked {
  /** The restaurant that all reports are to be about; null for all. */
  readonly only: string | null;
  /** What the scorecards are about. */
  readonly restaurant: string | null;
  /** What there is of a restaurant. Rejects where its tables are gone. */
  readonly pick: (restaurant: string) => Promise<Picked>;
}

export interface Turned extends Selection {
  readonly only: string | null;
}

interface Selecting {
  readonly current: Turned;
  /** What the last of the reports is about. */
  readonly behind: Turned;
  /** Of the report at a place, from 0: a frame later where it was out of sight. */
  at(place: number): Turned;
}

/**
 * What the reports are about. They turn to a restaurant when all of it is there, so that each is
 * drawn once, and those in sight before the others: `inSight` says which are. To be called while a component is made.
 */
export function useSelection(asked: () => Asked, inSight: () => readonly boolean[]): Selecting {
  const { only, restaurant } = asked();
  const opening: Turned = { only, restaurant, picked: null };
  let current = $state.raw(opening);
  let behind = $state.raw(opening);
  let first = $state.raw<readonly boolean[]>([]);
  // Before what is on the page is changed: the engine is at work meanwhile.
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
        // The cards are there all the same, and the next load has another engine.
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
