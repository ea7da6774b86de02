import type { Shown } from '../../state/phase';

interface Hiding {
  /** True while the reports are removed because names are being masked. */
  readonly isHiding: boolean;
  readonly shown: Shown | null;
}

/**
 * Restores the keyboard focus after masking, because the focused control is removed with the
 * reports.
 */
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
