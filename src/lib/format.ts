const LOCALE = 'en';
const count = new Intl.NumberFormat(LOCALE);
const point =
  new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1 })
    .formatToParts(0)
    .find((part) => part.type === 'decimal')?.value ?? '.';

export type Cell = string | number | bigint | null;

export function formatCount(value: number): string {
  return count.format(value);
}

/** Hundredths as `1,234.50`: grouped as a bigint, for Intl would round a large one as a float. */
export function formatMoney(hundredths: bigint): string {
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  const whole = count.format(magnitude / 100n);
  const sign = hundredths < 0n ? '−' : '';
  return `${sign}${whole}${point}${(magnitude % 100n).toString().padStart(2, '0')}`;
}

/** More than anyone reads, and few enough that no browser chokes on setting them as one word. */
const LONGEST_TEXT = 200;

/** A text as far as it can be shown; the files that leave have all of it. */
export function clip(text: string, longest = LONGEST_TEXT): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `1 record`, `2 records`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A cell as a person reads it; an em dash where there is nothing. */
export function formatCell(value: Cell): string {
  if (value === null) return '—';
  if (typeof value === 'bigint') return formatMoney(value);
  return typeof value === 'number' ? formatCount(value) : clip(value);
}

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });

/** A time in milliseconds as the day where the user is: `Nov 22, 2026`. */
export function formatDay(time: number): string {
  return day.format(time);
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A number of bytes as `7.6 MB`, in steps of 1,000. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(unit === 0 || value >= 100 ? 0 : 1)} ${UNITS[unit] ?? ''}`;
}
