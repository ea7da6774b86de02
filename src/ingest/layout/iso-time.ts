const DAY_SECONDS = 86_400n;

/** Formats days since 1970-01-01 as `2026-11-22`; returns the number itself if out of range. */
export function isoDate(days: number): string {
  const date = new Date(days * 86_400_000);
  if (Number.isNaN(date.getTime())) return String(days);
  return date.toISOString().split('T')[0]!;
}

/** Formats units since midnight as `18:30:00`, with a fraction if there is one. */
export function isoTime(units: bigint, unitsPerSecond: bigint): string {
  const seconds = Number(units / unitsPerSecond);
  const part = (value: number) => String(value).padStart(2, '0');
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = (units % unitsPerSecond)
    .toString()
    .padStart(unitsPerSecond.toString().length - 1, '0')
    .replace(/0+$/, '');
  return time.map(part).join(':') + (fraction === '' ? '' : `.${fraction}`);
}

export function isoDateTime(units: bigint, unitsPerSecond: bigint): string {
  const unitsPerDay = DAY_SECONDS * unitsPerSecond;
  // Before 1970 the remainder is negative, so a day is added to count from midnight.
  const sinceMidnight = ((units % unitsPerDay) + unitsPerDay) % unitsPerDay;
  const days = Number((units - sinceMidnight) / unitsPerDay);
  return `${isoDate(days)}T${isoTime(sinceMidnight, unitsPerSecond)}`;
}
