// @ts-check
/**
 * Input files: the sample, and larger files drawn at random from its lines. They are the same on
 * every machine.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { randomFrom } from '../../tools/sample/random.mjs';

/** @typedef {'plain' | 'quoted' | 'utf16' | 'gzip'} Form */

/**
 * @typedef {object} Input
 * @property {Form} form
 * @property {() => Promise<string>} file returns the path; generates the file on first use
 */

export const SAMPLE = path.resolve(import.meta.dirname, '../../static/data.csv');

/** Part of the folder name. Increase it when the files change. */
const VERSION = 1;
const SEED = 7;
const LINES_PER_WRITE = 50_000;

/** The number of names to draw from for `manyGuests`. */
export const MANY_GUESTS = 1_000_000;

/** @type {Readonly<Record<Exclude<Form, 'gzip'>, { extension: string, toBytes: (lines: string[], isFirst: boolean) => Buffer }>>} */
const FORMS = {
  plain: { extension: 'csv', toBytes: (lines) => Buffer.from(`${lines.join('\n')}\n`) },
  quoted: {
    extension: 'quoted.csv',
    toBytes: (lines) =>
      Buffer.from(lines.map((line) => `"${line.replaceAll(',', '","')}"\n`).join('')),
  },
  utf16: {
    extension: 'utf16.txt',
    toBytes: (lines, isFirst) =>
      Buffer.from(
        `${isFirst ? '\ufeff' : ''}${lines.join('\n').replaceAll(',', '\t')}\n`,
        'utf16le',
      ),
  },
};

/** @type {Input} */
export const sampleInput = { form: 'plain', file: () => Promise.resolve(SAMPLE) };

/**
 * @param {{ lines: number, manyGuests?: boolean, form?: Form }} what
 * @returns {Input}
 */
export function drawnInput({ lines, manyGuests = false, form = 'plain' }) {
  return { form, file: () => drawnFile(lines, manyGuests, form) };
}

/** @param {number} lines @param {boolean} manyGuests @param {Form} form @returns {Promise<string>} */
async function drawnFile(lines, manyGuests, form) {
  const sample = readFileSync(SAMPLE, 'latin1');
  const key = createHash('sha256').update(sample).digest('hex').slice(0, 8);
  const folder = path.join(tmpdir(), `dishboard-bench-files-${VERSION}-${key}`);
  mkdirSync(folder, { recursive: true });
  const name = `orders-${lines}${manyGuests ? '-guests' : ''}`;

  if (form === 'gzip') {
    const plain = await drawnFile(lines, manyGuests, 'plain');
    return await cached(path.join(folder, `${name}.csv.gz`), async (file) => {
      await pipeline(createReadStream(plain), createGzip(), createWriteStream(file));
    });
  }
  const { extension, toBytes } = FORMS[form];
  return await cached(path.join(folder, `${name}.${extension}`), (file) => {
    write(file, sample.trimEnd().split('\n'), { lines, manyGuests, toBytes });
  });
}

/**
 * Makes a file unless it exists. The file gets its name only when it is complete, so that no
 * half-written file is read.
 * @param {string} file
 * @param {(part: string) => Promise<void> | void} make
 */
async function cached(file, make) {
  if (!existsSync(file)) {
    console.error(`Generating ${file}`);
    const part = `${file}.${process.pid}.part`;
    await make(part);
    // Flushes the file now, so that writing does not disturb the measurement.
    const descriptor = openSync(part, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(part, file);
  }
  return file;
}

/**
 * @param {string} file
 * @param {readonly string[]} sample header and lines
 * @param {{ lines: number, manyGuests: boolean, toBytes: (lines: string[], isFirst: boolean) => Buffer }} how
 */
function write(file, [header = '', ...orders], { lines, manyGuests, toBytes }) {
  const random = randomFrom(SEED);
  const draw = (/** @type {number} */ count) => Math.floor(random() * count);
  const fields = orders.map((order) => order.split(','));
  const one = () => {
    const at = draw(orders.length);
    if (!manyGuests) return orders[at] ?? '';
    const [restaurant, dish, , price] = fields[at] ?? [];
    return `${restaurant},${dish},${guest(draw(MANY_GUESTS))},${price}`;
  };
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, toBytes([header], true));
    for (let written = 0; written < lines; written += LINES_PER_WRITE) {
      const length = Math.min(LINES_PER_WRITE, lines - written);
      writeSync(descriptor, toBytes(Array.from({ length }, one), false));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Returns e.g. `Guest 0A3F9`. @param {number} index */
function guest(index) {
  return `Guest ${index.toString(16).toUpperCase().padStart(5, '0')}`;
}
