/** Damages files from the cases folder, either their bytes or the content of containers. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { mutated } from './mutations';
import type { Random } from './random';

type Bytes = Uint8Array<ArrayBuffer>;

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Bytes;
  /** Describes the damage. */
  readonly made: string;
}

interface Seed {
  readonly name: string;
  readonly bytes: Bytes;
}

const FOLDER = 'tests/cases';
const IS_ZIP = /\.(zip|xlsx)$/;

/** The input file of each case. */
export function seedsOf(folder = FOLDER): readonly Seed[] {
  return readdirSync(folder).map((name) => {
    const input = readdirSync(path.join(folder, name)).find(
      (entry) => entry !== 'expected' && entry !== 'choice.json',
    )!;
    return { name: input, bytes: new Uint8Array(readFileSync(path.join(folder, name, input))) };
  });
}

/** Damages a file that is chosen at random. */
export function fuzzFile(seeds: readonly Seed[], random: Random): FuzzFile {
  const seed = random.pick(seeds);
  const others = seeds.map(({ bytes }) => bytes);
  const change = (bytes: Bytes) => mutated(bytes, random, others);
  if (seed.name.endsWith('.gz')) {
    return random.chance(0.4)
      ? { ...seed, bytes: change(seed.bytes), made: 'packed bytes' }
      : { ...seed, bytes: own(gzipSync(change(own(gunzipSync(seed.bytes))))), made: 'repacked' };
  }
  if (IS_ZIP.test(seed.name)) {
    return random.chance(0.4)
      ? { ...seed, bytes: change(seed.bytes), made: 'packed bytes' }
      : { ...seed, bytes: repacked(seed.bytes, random, change), made: 'repacked' };
  }
  if (seed.name.endsWith('.parquet')) {
    return random.chance(0.3)
      ? { name: seed.name, bytes: writtenParquet(seeds, random), made: 'written anew' }
      : { ...seed, bytes: footerOrAll(seed.bytes, random, change), made: 'bytes' };
  }
  const bytes = change(seed.bytes);
  // Some damaged files are packed, so that the content of a container is damaged.
  if (random.chance(0.05)) {
    return { name: `${seed.name}.gz`, bytes: own(gzipSync(bytes)), made: 'gzipped' };
  }
  if (random.chance(0.05)) {
    const entries: Zippable = { [seed.name]: bytes, 'b.csv': change(seed.bytes) };
    return { name: 'packed.zip', bytes: own(zipSync(entries)), made: 'zipped' };
  }
  return { name: seed.name, bytes, made: 'text' };
}

/** Unpacks a ZIP, changes, removes or renames entries at random, and packs it again. */
function repacked(bytes: Bytes, random: Random, change: (bytes: Bytes) => Bytes): Bytes {
  const parts = Object.entries(unzipSync(bytes));
  const chosen = random.below(parts.length);
  const changed = parts.flatMap(([name, content], index): [string, Uint8Array][] => {
    if (index !== chosen && random.chance(0.85)) return [[name, content]];
    if (random.chance(0.1)) return [];
    if (random.chance(0.1))
      return [[random.pick(['../a.csv', '/', 'a\0.csv', 'x/'.repeat(99)]), content]];
    return [[name, change(own(content))]];
  });
  return own(zipSync(Object.fromEntries(changed)));
}

/**
 * Damages bytes of a Parquet file. The footer is damaged more often, because a reader starts at the
 * footer.
 */
function footerOrAll(bytes: Bytes, random: Random, change: (bytes: Bytes) => Bytes): Bytes {
  if (random.chance(0.4)) return change(bytes);
  const changed = bytes.slice();
  const length = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
  const start = Math.max(4, bytes.length - 8 - length);
  const [from, to] = random.chance(0.6) ? [start, bytes.length - 4] : [4, start];
  for (let times = random.length(12); times > 0; times -= 1) {
    const at = from + random.below(to - from);
    changed[at] = random.chance(0.5)
      ? changed[at]! ^ (1 << random.below(8))
      : random.pick([0, 0x7f, 0x80, 0xff, random.below(256)]);
  }
  return changed;
}

/** Writes a Parquet file with random texts, and with one column that has a random name. */
function writtenParquet(seeds: readonly Seed[], random: Random): Bytes {
  const texts = new TextDecoder().decode(random.pick(seeds).bytes).split(/[,\n]/);
  const rows = 1 + random.below(60);
  const columns = ['restaurant_names', 'food_names', 'first_name', 'food_cost', random.pick(texts)];
  const columnData = [...new Set(columns)].map((name) => ({
    name,
    type: 'STRING' as const,
    data: Array.from({ length: rows }, () =>
      name === 'food_cost' ? String(random.below(9000) / 100) : random.pick(texts),
    ),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

/** A file whose result is known and must not depend on earlier loads. */
export const KNOWN = {
  file: () =>
    new File(
      [
        own(
          strToU8(
            'restaurant_names,food_names,first_name,food_cost\nA,tea,Bob,1.50\nA,soup,Ann,2\n',
          ),
        ),
      ],
      'known.csv',
    ),
  stats: 'restaurant_names,customer_count,total_revenue\nA,2,3.50\n',
} as const;
