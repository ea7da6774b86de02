/**
 * The browser's description of its machine. `deviceMemory` is in GiB, at most 8, and only in
 * Chromium.
 */
export interface Machine {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
}

const MIB = 1024 * 1024;

/** A second reader saves less than its start-up costs in smaller files. */
const MIN_BYTES = 32 * MIB;

/** Each reader holds a few chunks beside the engine's memory. */
const MIN_GIB = 4;

/** Measured with 10 million lines on four processors: three readers are no faster than two. */
const MAX_READERS = 2;

/** Number of readers that read a plain file fastest; the engine needs one processor. */
export function readersFor(fileBytes: number, machine: Machine): number {
  const { hardwareConcurrency = 2, deviceMemory = MIN_GIB } = machine;
  if (fileBytes < MIN_BYTES || deviceMemory < MIN_GIB) return 1;
  return Math.max(1, Math.min(MAX_READERS, hardwareConcurrency - 1));
}
