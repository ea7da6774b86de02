/** What stands in a cell, as text. */
import { isoDate, isoTime } from '../layout/iso-time';
import { plainDouble } from '../layout/plain-number';

const DAY_MILLISECONDS = 86_400_000;
/** 9999-12-31: Excel shows no later day. */
const LAST_DAY = 2_958_465;
const DAYS_FROM_1900_TO_1904 = 1462;
/** 1900-02-29, which never was: Excel counts it, as Lotus 1-2-3 did. */
const NO_DAY = 60;
const DAY_0 = Date.UTC(1899, 11, 30) / DAY_MILLISECONDS;

/**
 * A number as Excel shows it, at the most 15 digits: a cell of 4.35 may hold 4.3499999999999996, and
 * one that adds 0.1 and 0.2 holds 0.30000000000000004. Whole numbers, which may be ids, keep all.
 */
export function numberText(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  return plainDouble(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/** A day's number as `2026-11-22`, with `T18:30:00` where it has a time; a time alone without a day. */
export function dateText(raw: string, isFrom1904: boolean): string {
  const value = Number(raw) + (isFrom1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (raw.trim() === '' || !(value >= 0 && value < LAST_DAY + 1)) return numberText(raw);
  // A time is a fraction that no double holds exactly: it was a whole number of milliseconds.
  const milliseconds = Math.round(value * DAY_MILLISECONDS);
  const days = Math.floor(milliseconds / DAY_MILLISECONDS);
  const sinceMidnight = milliseconds % DAY_MILLISECONDS;
  const time = isoTime(BigInt(sinceMidnight), 1000n);
  if (days === 0) return time;
  if (sinceMidnight === 0) return dayText(days);
  return `${dayText(days)}T${time}`;
}

function dayText(days: number): string {
  if (days === NO_DAY) return '1900-02-29';
  return isoDate(DAY_0 + days + (days < NO_DAY ? 1 : 0));
}

/** `2026-11-22T00:00:00` of a cell that holds a date as text, as `dateText` writes it. */
export function isoText(raw: string): string {
  return raw.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '');
}

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** What XML has no character for is written `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
