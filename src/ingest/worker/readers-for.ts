/**
 * What a browser reveals about its machine. `deviceMemory` is in GiB, at most 8, and only in
 * Chromium.
 */
export interface Machine {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
}

const MIB = 1024 * 1024;

/** A second reader takes time to start. */
const LEAST_BYTES = 32 * MIB;

/** Each reader holds a few chunks in memory beside the engine. */
const LEAST_GIB = 4;

/**
 * Three readers were no faster than two with 10 million lines on four processors, and each takes
 * memory.
 */
const MOST_READERS = 2;

/**
 * Returns the number of readers that reads a plain file fastest. One processor is left to the
 * engine.
 */
export function readersFor(fileBytes: number, machine: Machine): number {
  const { hardwareConcurrency = 2, deviceMemory = LEAST_GIB } = machine;
  if (fileBytes < LEAST_BYTES || deviceMemory < LEAST_GIB) return 1;
  return Math.max(1, Math.min(MOST_READERS, hardwareConcurrency - 1));
}
