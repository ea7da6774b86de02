/**
 * The browser's description of its machine. `deviceMemory` is in GiB, at most 8, and only in
 * Chromium.
 */
export interface Machine {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
}

const MIB = 1024 * 1024;

/**
 * The minimum size for several readers. In a smaller file, a second reader saves less than its
 * start-up costs.
 */
const MIN_BYTES = 32 * MIB;

/**
 * The minimum memory for several readers, because each one holds a few chunks besides the engine's
 * memory.
 */
const MIN_GIB = 4;

/**
 * The maximum number of readers. Three were no faster than two with 10 million lines on four
 * processors.
 */
const MAX_READERS = 2;

/**
 * Returns the number of readers that read a plain file fastest. One processor is left to the
 * engine.
 */
export function readersFor(fileBytes: number, machine: Machine): number {
  const { hardwareConcurrency = 2, deviceMemory = MIN_GIB } = machine;
  if (fileBytes < MIN_BYTES || deviceMemory < MIN_GIB) return 1;
  return Math.max(1, Math.min(MAX_READERS, hardwareConcurrency - 1));
}
