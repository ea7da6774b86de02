/** What a browser tells of its machine: `deviceMemory` in GiB, up to 8 and in Chromium alone. */
export interface Machine {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
}

const MIB = 1024 * 1024;

/** A second reader must be worth its start. */
const LEAST_BYTES = 32 * MIB;

/** Each holds a few chunks, and there is the engine beside them. */
const LEAST_GIB = 4;

/** Three were no faster than two (10 million lines, four processors), and each takes memory. */
const MOST_READERS = 2;

/** As how many read a plain file of a size the fastest: one processor is the engine's. */
export function readersFor(fileBytes: number, machine: Machine): number {
  const { hardwareConcurrency = 2, deviceMemory = LEAST_GIB } = machine;
  if (fileBytes < LEAST_BYTES || deviceMemory < LEAST_GIB) return 1;
  return Math.max(1, Math.min(MOST_READERS, hardwareConcurrency - 1));
}
