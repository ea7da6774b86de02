// @ts-check
/** The most memory that a process held at once, as Linux tells it. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Makes the peak start anew; where that may not be, it is since the process's start. @param {number} id */
export function resetPeak(id) {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    // Another system, or a process that is not ours to write to.
  }
}

/** Resident memory in megabytes. (getrusage would tell a child its parent's.) @param {number} id @returns {number} NaN where the system does not tell */
export function peakMegabytes(id) {
  try {
    const [, kibibytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return NaN;
  }
}
