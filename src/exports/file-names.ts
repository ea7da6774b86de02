const LONGEST_SOURCE = 60;

/**
 * Returns a name such as `dishboard_orders_2026-11-22`, with the name of the first file, that is
 * safe on every file system. `kind` replaces `dishboard`.
 */
export function datedName(sources: readonly string[], date: Date, kind = 'dishboard'): string {
  const first = (sources[0] ?? 'orders').normalize('NFC').replace(/\.[\p{L}\p{N}]*$/u, '');
  const safe = Array.from(first.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-'))
    .slice(0, LONGEST_SOURCE)
    .join('')
    .replace(/^-+|-+$/g, '');
  const others = sources.length > 1 ? `_and_${String(sources.length - 1)}_more` : '';
  return `${kind}_${safe || 'orders'}${others}_${isoDate(date)}`;
}

/** Formats the local date as `2026-11-22`. */
export function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${String(date.getFullYear())}-${month}-${day}`;
}
