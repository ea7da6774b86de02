/** What a browser tells of its machine: `deviceMemory` in GiB, in Chromium alone. */
export interface Machine {
  readonly hardwareConcurrency?: number;
  readonly deviceMemory?: number;
}

const MIB = 1024 * 1024;
/** A second reader must be worth its start. */
const LEAST_BYTES = 32 * MIB;
const MOST_READERS = 4;

/** As how many read a plain file of a size the fastest. */
export function readersFor(fileBytes: number, machine: Machine): number {
  return fileBytes < LEAST_BYTES
    ? 1
    : Math.min(MOST_READERS, Math.max(1, (machine.hardwareConcurrency ?? 2) - 1));
}
