/** Estimates the reading speed and the remaining time from the bytes read so far. */
import { formatBytes } from '../../i18n/format';
import { messages } from '../../i18n/locale';

/**
 * An estimate before `LEAST_MS` would describe the start-up and not the file. A remaining time
 * below `LEAST_LEFT_S` is over before a person has read it.
 */
const LEAST_MS = 1500;
const LEAST_LEFT_S = 2;

/** Returns `84.2 MB/s, about 40 seconds left`, or null if there is no estimate. */
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
  return inWords(formatBytes(bytesPerSecond), secondsLeft);
}

/** Rounds the time left, so that the text does not flicker. */
function inWords(speed: string, seconds: number): string {
  const { left } = messages().screens.progress;
  if (seconds < 10) return left.seconds(speed, Math.ceil(seconds));
  if (seconds < 55) return left.seconds(speed, Math.ceil(seconds / 5) * 5);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return left.minutes(speed, minutes);
  return left.hours(speed, Math.floor(minutes / 60), minutes % 60);
}
