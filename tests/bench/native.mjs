// @ts-check
/** Native DuckDB on one thread, the baseline for the page. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PROGRAM = path.join(import.meta.dirname, 'native-process.mjs');

/**
 * @param {string} name
 * @param {import('./inputs.mjs').Input} input
 * @param {import('./native-process.mjs').Task['keep']} [keep] `sums` for files whose lines do not fit in memory
 * @returns {import('./part.mjs').Contender}
 */
export function native(name, input, keep = 'lines') {
  return {
    name,
    input,
    run: async ({ sample }) => {
      const child = fork(PROGRAM, { serialization: 'advanced' });
      const ended = once(child, 'exit');
      child.send({ sample, file: await input.file(), form: input.form, keep });
      const [message] = await Promise.race([
        once(child, 'message'),
        ended.then(([code]) => {
          throw new Error(`its process ended with ${String(code)}`);
        }),
      ]);
      await ended;
      return message;
    },
  };
}
