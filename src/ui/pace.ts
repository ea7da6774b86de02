/** How fast files are read, and how long it will still take, by what was read so far. */
import { formatBytes, formatNumberOf } from '../lib/format';

/** Before, it says more of the start than of the file; and what is left of less is over before it is read. */
const LEAST_MS = 1500;
const LEAST_LEFT_S = 2;

/** `84.2 MB/s, about 40 seconds left`; null where there is nothing to say yet, or any more. */
export function paceOf({
  readBytes,
  totalBytes,
  elapsedMs,
}: {
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly elapsedMs: number;
}): string | null {
  if (elapsedMs < LEAST_MS || readBytes === 0) return null;
  const bytesPerSecond = (readBytes / elapsedMs) * 1000;
  const secondsLeft = (totalBytes - readBytes) / bytesPerSecond;
  if (secondsLeft < LEAST_LEFT_S) return null;
  return `${formatBytes(bytesPerSecond)}/s, about ${duration(secondsLeft)} left`;
}

/** Rounded, so that it does not flicker: nobody plans by the second. */
function duration(seconds: number): string {
  if (seconds < 10) return formatNumberOf(Math.ceil(seconds), 'second');
  if (seconds < 55) return formatNumberOf(Math.ceil(seconds / 5) * 5, 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return formatNumberOf(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0
    ? formatNumberOf(hours, 'hour')
    : `${formatNumberOf(hours, 'hour')} ${formatNumberOf(minutes % 60, 'minute')}`;
}
