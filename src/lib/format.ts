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

/** From here on a figure is shown in short, with the full one at hand. */
const LEAST_COMPACT = 1_000_000n;

const compact = new Intl.NumberFormat(LOCALE, {
  notation: 'compact',
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
});

/** A large figure as `1.23M`; null where it is short enough to stand in full. */
export function formatCompact(value: Cell): string | null {
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  // Hundredths cannot change how what is left of them is rounded.
  const whole = typeof value === 'bigint' ? value / 100n : BigInt(Math.trunc(value));
  const magnitude = whole < 0n ? -whole : whole;
  if (magnitude < LEAST_COMPACT) return null;
  return `${whole < 0n ? '−' : ''}${compact.format(magnitude)}`;
}

const percents = [0, 1, 2].map(
  (digits) => new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: digits }),
);

/**
 * A part of a whole, neither of them negative, in as many digits as it takes to tell it from
 * nothing and from all: `38%`, `3.8%`, `0.38%`, `99.96%`, `over 99.99%`.
 */
export function formatPercent(part: bigint, whole: bigint): string {
  const ratio = Number(part) / Number(whole);
  const format = (value: number, digits: number) => percents[digits]?.format(value) ?? '';
  if (part === 0n || part === whole) return format(ratio, 0);
  if (ratio < 0.0001) return `under ${format(0.0001, 2)}`;
  if (ratio > 0.9999) return `over ${format(0.9999, 2)}`;
  if (ratio < 0.01 || ratio > 0.99) return format(ratio, 2);
  return format(ratio, ratio < 0.1 ? 1 : 0);
}

const tenths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** What comes out of a division: `2.4`, `37.5`, `1,234`. */
export function formatQuotient(value: number): string {
  return (value < 100 ? tenths : count).format(value < 100 ? value : Math.round(value));
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
