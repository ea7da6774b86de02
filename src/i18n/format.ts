import { isolated, shortened } from '../lib/contained';
import type { Cell } from '../lib/kinds';
import { locale, messages } from './locale';

/** What a formatter of `Intl` is made from; making one costs more than a thousand uses of it. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const { language } = locale();
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}

export function formatCount(value: number | bigint): string {
  return numberFormat().format(value);
}

/** What stands before and after an amount: the currency's sign, as the language has it. */
function currencySigns(currency: string): readonly [before: string, after: string] {
  const parts = numberFormat({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).formatToParts(0);
  const at = parts.findIndex(({ type }) => type === 'integer');
  const textOf = (some: typeof parts) => some.map(({ value }) => value).join('');
  return [textOf(parts.slice(0, at)), textOf(parts.slice(at + 1))];
}

/** Yen have no hundredths: a whole amount is shown without them. */
function isWholeCurrency(currency: string): boolean {
  const { maximumFractionDigits } = numberFormat({ style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits === 0;
}

/**
 * Hundredths as `1,234.50`, with the currency's sign where one was chosen: grouped as a bigint, for
 * Intl would round a large one as a float.
 */
export function formatMoney(hundredths: bigint): string {
  const { currency } = locale();
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  const whole = formatCount(magnitude / 100n);
  const part = magnitude % 100n;
  const isWhole = part === 0n && currency !== null && isWholeCurrency(currency);
  const [before, after] = currency === null ? ['', ''] : currencySigns(currency);
  // Both languages have a point for the decimal mark.
  const fraction = isWhole ? '' : `.${part.toString().padStart(2, '0')}`;
  return `${hundredths < 0n ? '−' : ''}${before}${whole}${fraction}${after}`;
}

/** From here on a figure is shown in short, with the full one at hand. */
const LEAST_COMPACT = 1_000_000n;

/** A large figure as `1.23M` or `123万`; null where it is short enough to stand in full. */
export function formatCompact(value: Cell): string | null {
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  const { currency } = locale();
  // Hundredths cannot change how what is left of them is rounded.
  const whole = typeof value === 'bigint' ? value / 100n : BigInt(Math.trunc(value));
  const magnitude = whole < 0n ? -whole : whole;
  if (magnitude < LEAST_COMPACT) return null;
  const compact = numberFormat({
    notation: 'compact',
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  }).format(magnitude);
  const [before, after] =
    typeof value === 'bigint' && currency !== null ? currencySigns(currency) : ['', ''];
  return `${whole < 0n ? '−' : ''}${before}${compact}${after}`;
}

/**
 * A part of a whole, neither of them negative, in as many digits as it takes to tell it from
 * nothing and from all: `38%`, `3.8%`, `0.38%`, `99.96%`, `over 99.99%`.
 */
export function formatPercent(part: bigint, whole: bigint): string {
  const ratio = Number(part) / Number(whole);
  const format = (value: number, digits: number) =>
    numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(value);
  if (part === 0n || part === whole) return format(ratio, 0);
  if (ratio < 0.0001) return messages().format.under(format(0.0001, 2));
  if (ratio > 0.9999) return messages().format.over(format(0.9999, 2));
  if (ratio < 0.01 || ratio > 0.99) return format(ratio, 2);
  return format(ratio, ratio < 0.1 ? 1 : 0);
}

/** By how much something has grown or shrunk, neither number negative: `+3.2%`, `−12%`, from ten times on `×12`. */
export function formatRise(sign: '+' | '−', by: bigint, from: bigint): string {
  if (by <= from) return `${sign}${formatPercent(by, from)}`;
  const ratio = Number(by) / Number(from);
  return ratio < 9
    ? `${sign}${numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(ratio)}`
    : `×${formatQuotient(ratio + 1)}`;
}

/** What comes out of a division: `2.4`, `37.5`, `1,234`. */
export function formatQuotient(value: number): string {
  return value < 100
    ? numberFormat({ maximumFractionDigits: 1 }).format(value)
    : formatCount(Math.round(value));
}

/** More than anyone reads, and few enough that no browser chokes on setting them as one word. */
const LONGEST_TEXT = 200;

/** A text as far as it can be shown, amid any others; the files that leave have all of it. */
export function clip(text: string, longest = LONGEST_TEXT): string {
  return isolated(shortened(text, longest));
}

/** `1 record`, `2 records`: English only. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A cell as a person reads it; an em dash where there is nothing. */
export function formatCell(value: Cell): string {
  if (value === null) return messages().format.nothing;
  if (typeof value === 'bigint') return formatMoney(value);
  return typeof value === 'number' ? formatCount(value) : shortened(value, LONGEST_TEXT);
}

/** A number that the engine has written, with its digits in groups and none of them lost. */
export function formatNumberText(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return clip(text);
  const [, sign, whole, fraction = ''] = match;
  return `${sign ? '−' : ''}${formatCount(BigInt(whole!))}${fraction}`;
}

/** A time in milliseconds as the day where the user is: `Nov 22, 2026`. */
export function formatDay(time: number): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale().language, options).format(time);
}

/** With the time of day: `Nov 22, 2026, 2:05 PM`. */
export function formatMoment(time: number): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locale().language, options).format(time);
}

/** The day, or the time of day where that is today. */
export function formatShortMoment(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  if (!isToday) return formatDay(time);
  return new Intl.DateTimeFormat(locale().language, { timeStyle: 'short' }).format(time);
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
