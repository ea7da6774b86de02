import { expect, test } from 'vitest';
import { readersFor } from '../../../src/ingest/worker/readers-for';

const MB = 1_000_000;

test.each([
  ['a file of a day', 7, { hardwareConcurrency: 16, deviceMemory: 8 }, 1],
  ['a file of a month', 200, { hardwareConcurrency: 16, deviceMemory: 8 }, 2],
  ['a file on four processors', 200, { hardwareConcurrency: 4, deviceMemory: 8 }, 2],
  ['a file on three processors', 200, { hardwareConcurrency: 3 }, 2],
  ['a file on two processors, one for the engine', 200, { hardwareConcurrency: 2 }, 1],
  ['a file on one processor', 200, { hardwareConcurrency: 1 }, 1],
  ['a file with little memory', 5000, { hardwareConcurrency: 8, deviceMemory: 2 }, 1],
  ['a file on an unknown machine', 5000, {}, 1],
])('%s of %i MB is read by the right number of readers', (_, megabytes, machine, readers) => {
  expect(readersFor(megabytes * MB, machine)).toBe(readers);
});
