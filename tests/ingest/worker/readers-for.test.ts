import { expect, test } from 'vitest';
import { readersFor } from '../../../src/ingest/worker/readers-for';

const MB = 1_000_000;

test.each([
  ['a day’s file', 7, { hardwareConcurrency: 16, deviceMemory: 8 }, 1],
  ['a month’s', 200, { hardwareConcurrency: 16, deviceMemory: 8 }, 2],
  ['on four processors', 200, { hardwareConcurrency: 4, deviceMemory: 8 }, 2],
  ['on three', 200, { hardwareConcurrency: 3 }, 2],
  ['on two, one being the engine’s', 200, { hardwareConcurrency: 2 }, 1],
  ['on one', 200, { hardwareConcurrency: 1 }, 1],
  ['with little memory', 5000, { hardwareConcurrency: 8, deviceMemory: 2 }, 1],
  ['where nothing is told', 5000, {}, 1],
])('%s has its readers', (_, megabytes, machine, readers) => {
  expect(readersFor(megabytes * MB, machine)).toBe(readers);
});
