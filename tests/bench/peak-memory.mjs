// @ts-check
/** Peak memory of a process, from Linux's /proc. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Resets the peak. If that fails, the peak counts from the start of the process.
 * @param {number} id
 */
export function resetPeak(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    // Another system, or a process of another user.
  }
}

/**
 * Returns resident memory in megabytes. (`getrusage` includes the parent's peak.)
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
