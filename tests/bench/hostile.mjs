// @ts-check
/** Unrealistic files that must not freeze the page. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MILLION = 1_000_000;
const LINES_PER_WRITE = 10_000;
const HEADER = 'restaurant_names,food_names,first_name,food_cost\n';
/** Part of the folder name. Increase it when the files change. */
const VERSION = 1;

/** @type {Readonly<Record<string, { title: string, lines: number, header?: string, line: (index: number) => string }>>} */
const FILES = {
  restaurants: {
    title: 'A million restaurants',
    lines: MILLION,
    line: (index) =>
      `Restaurant ${index.toString(36)},dish ${index % 50},Guest ${index % 700},1.50`,
  },
  dishes: {
    title: 'A million dishes at one restaurant',
    lines: MILLION,
    line: (index) => `One,dish ${index.toString(36)},Guest ${index % 700},1.50`,
  },
  names: {
    title: 'A million of each name, each once',
    lines: MILLION,
    line: (index) => `R ${index},d ${index},g ${index},${index}`,
  },
  cells: {
    title: 'Sixty cells of 1 MB',
    lines: 60,
    line: (index) => `R ${index},tea,${String(index).padEnd(1024 * 1024, 'q ')},1`,
  },
  columns: {
    title: 'Ten thousand columns',
    lines: 300,
    header: `${Array.from({ length: 10_000 }, (_, column) => `c${column}`).join(',')},${HEADER}`,
    line: (index) => `${'7,'.repeat(10_000)}A,tea ${index},Bob,1.50`,
  },
};

/** @type {readonly { title: string, input: import('./inputs.mjs').Input }[]} */
export const HOSTILE = Object.entries(FILES).map(([name, { title, lines, header, line }]) => ({
  title,
  input: {
    form: 'plain',
    file: () => {
      const folder = path.join(tmpdir(), `dishboard-bench-hostile-${VERSION}`);
      const file = path.join(folder, `${name}.csv`);
      if (existsSync(file)) return Promise.resolve(file);
      mkdirSync(folder, { recursive: true });
      const part = `${file}.${process.pid}.part`;
      const descriptor = openSync(part, 'w');
      writeSync(descriptor, header ?? HEADER);
      for (let start = 0; start < lines; start += LINES_PER_WRITE) {
        const length = Math.min(LINES_PER_WRITE, lines - start);
        writeSync(descriptor, Array.from({ length }, (_, at) => `${line(start + at)}\n`).join(''));
      }
      closeSync(descriptor);
      renameSync(part, file);
      return Promise.resolve(file);
    },
  },
}));
