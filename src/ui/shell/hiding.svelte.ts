import type { Shown } from '../../state/phase';

interface Hiding {
  /** Whether the reports are away while their names are being hidden. */
  readonly isHiding: boolean;
  readonly shown: Shown | null;
}

/** What asks for it goes away with the reports, and comes back with them: so does the keyboard's place. */
export function keepPlaceWhileHiding(hiding: () => Hiding): void {
  let shownBefore: Shown | null = null;
  let wasAskedHere = false;
  $effect(() => {
    const { isHiding, shown } = hiding();
    if (isHiding) {
      wasAskedHere ||= shown === shownBefore;
      return;
    }
    if (wasAskedHere && document.activeElement === document.body) {
      document.getElementById('hide-guests')?.focus({ preventScroll: true });
    }
    wasAskedHere = false;
    shownBefore = shown;
  });
}
