import { isolated, shortened } from '../lib/contained';
import type { Cell } from '../lib/kinds';
import { locale, messages } from './locale';

/** Caches formatters, because creating one costs more than a thousand uses of it. */
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

/** Returns the currency sign as a prefix or suffix of the amount, as the language requires. */
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

/** Whether the currency has no hundredths, like the yen. */
function isWholeCurrency(currency: string): boolean {
  const { maximumFractionDigits } = numberFormat({ style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits === 0;
}

/**
 * Formats an amount in hundredths as `1,234.50`, with a currency sign if a currency was chosen. The
 * whole part stays a bigint, because Intl would round a large float.
 */
export function formatMoney(hundredths: bigint): string {
  const { currency } = locale();
  const magnitude = hundredths < 0n ? -hundredths : hundredths;
  const whole = formatCount(magnitude / 100n);
  const part = magnitude % 100n;
  const isWhole = part === 0n && currency !== null && isWholeCurrency(currency);
  const [before, after] = currency === null ? ['', ''] : currencySigns(currency);
  // Both languages use a point as the decimal mark.
  const fraction = isWhole ? '' : `.${part.toString().padStart(2, '0')}`;
  return `${hundredths < 0n ? '−' : ''}${before}${whole}${fraction}${after}`;
}

/** Numbers of at least this size are shown in compact form. */
const LEAST_COMPACT = 1_000_000n;

/** Formats a large number as `1.23M` or `123万`; null if it is short enough to show in full. */
export function formatCompact(value: Cell): string | null {
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  const { currency } = locale();
  // Dropping the hundredths first does not change how three significant digits are rounded.
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
 * Formats a share with enough digits to distinguish it from 0% and 100%: `38%`, `3.8%`, `0.38%`,
 * `99.96%`, `over 99.99%`. Both numbers must be at least 0.
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

/**
 * Formats a change as `+3.2%` or `−12%`, or as `×12` if the new value is at least ten times the old
 * one. Both numbers must be at least 0.
 */
export function formatRise(sign: '+' | '−', by: bigint, from: bigint): string {
  if (by <= from) return `${sign}${formatPercent(by, from)}`;
  const ratio = Number(by) / Number(from);
  return ratio < 9
    ? `${sign}${numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(ratio)}`
    : `×${formatQuotient(ratio + 1)}`;
}

/** Formats a quotient: `2.4`, `37.5`, `1,234`. */
export function formatQuotient(value: number): string {
  return value < 100
    ? numberFormat({ maximumFractionDigits: 1 }).format(value)
    : formatCount(Math.round(value));
}

/** The most characters shown of a text, because browsers are slow to lay out very long words. */
const LONGEST_TEXT = 200;

/**
 * Shortens a text for display and isolates its writing direction. Downloads contain the full text.
 */
export function clip(text: string, longest = LONGEST_TEXT): string {
  return isolated(shortened(text, longest));
}

/** Formats a count with its noun in English: `1 line`, `2 lines`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Formats a cell for display; an empty cell is an em dash. */
export function formatCell(value: Cell): string {
  if (value === null) return messages().format.nothing;
  if (typeof value === 'bigint') return formatMoney(value);
  return typeof value === 'number' ? formatCount(value) : shortened(value, LONGEST_TEXT);
}

/** Groups the digits of a number that DuckDB returned as text, without loss of precision. */
export function formatNumberText(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return clip(text);
  const [, sign, whole, fraction = ''] = match;
  return `${sign ? '−' : ''}${formatCount(BigInt(whole!))}${fraction}`;
}

/** Formats a time in milliseconds as a local date: `Nov 22, 2026`. */
export function formatDay(time: number): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale().language, options).format(time);
}

/** Formats a local date and time: `Nov 22, 2026, 2:05 PM`. */
export function formatMoment(time: number): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locale().language, options).format(time);
}

/** Formats the time if it is today, or else the date. */
export function formatShortMoment(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  if (!isToday) return formatDay(time);
  return new Intl.DateTimeFormat(locale().language, { timeStyle: 'short' }).format(time);
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Formats bytes as `7.6 MB`, in steps of 1,000. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(unit === 0 || value >= 100 ? 0 : 1)} ${UNITS[unit] ?? ''}`;
}
