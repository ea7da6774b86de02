// @ts-check
/** Peak memory of a process, from Linux's /proc. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Resets the peak memory of a process. If that fails, the peak counts from the start of the
 * process.
 * @param {number} id
 */
export function resetPeak(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    // The system is not Linux, or the process belongs to another user.
  }
}

/**
 * Returns the peak of resident memory in megabytes. It does not use `getrusage`, which includes the
 * parent's peak.
 * @param {number} id
 * @returns {number} NaN on systems without /proc
 */
export function peakMegabytes(id) {
  try {
    const [, kibibytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return NaN;
  }
}
