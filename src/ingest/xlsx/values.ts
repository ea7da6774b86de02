import { isoDate, isoTime } from '../layout/iso-time';
import { plainDouble } from '../layout/plain-number';

const DAY_MILLISECONDS = 86_400_000;
/** 9999-12-31, Excel's last day. */
const LAST_DAY = 2_958_465;
const DAYS_FROM_1900_TO_1904 = 1462;
/** 1900-02-29 never existed, but Excel counts it for compatibility with Lotus 1-2-3. */
const FICTITIOUS_DAY = 60;
const DAY_0 = Date.UTC(1899, 11, 30) / DAY_MILLISECONDS;

/**
 * Formats numbers like Excel with at most 15 digits: a cell of 4.35 can contain 4.3499999999999996,
 * and 0.1 + 0.2 contains 0.30000000000000004. Integers keep all digits, because they can be ids.
 */
export function numberText(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  return plainDouble(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

/** Formats a serial day as `2026-11-22`, `2026-11-22T18:30:00` or, for day 0, `18:30:00`. */
export function dateText(raw: string, isFrom1904: boolean): string {
  const value = Number(raw) + (isFrom1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (raw.trim() === '' || !(value >= 0 && value < LAST_DAY + 1)) return numberText(raw);
  // Doubles cannot represent most times exactly, so the time is rounded to milliseconds.
  const milliseconds = Math.round(value * DAY_MILLISECONDS);
  const days = Math.floor(milliseconds / DAY_MILLISECONDS);
  const sinceMidnight = milliseconds % DAY_MILLISECONDS;
  const time = isoTime(BigInt(sinceMidnight), 1000n);
  if (days === 0) return time;
  if (sinceMidnight === 0) return dayText(days);
  return `${dayText(days)}T${time}`;
}

function dayText(days: number): string {
  if (days === FICTITIOUS_DAY) return '1900-02-29';
  return isoDate(DAY_0 + days + (days < FICTITIOUS_DAY ? 1 : 0));
}

/** Formats an ISO date like `dateText` does: a time of midnight is removed. */
export function isoText(raw: string): string {
  return raw.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '');
}

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** OOXML escapes characters that XML cannot contain as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
