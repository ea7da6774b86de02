import type { Chunk } from '../ingest/records/chunk';
import { perRole, ROLES, type PerRole } from '../domain/roles';

const SLOTS = 1 << 14;
const LEAST_TIMES = 20;
const MOST_REPEATS = 20;

/** A slot lies in one line of the processor's cache: the hash, the votes, where first seen, then a code per role. */
const WIDTH = 8;
const VOTES = 1;
const LINE = 2;
const CODES = 3;

/** One and the same line, all columns included, that came again and again. */
export interface Repeat {
  /** Where it was first seen. */
  readonly line: number;
  /** At least so often. */
  readonly times: number;
  readonly codes: PerRole<number>;
}

/**
 * Which lines come again and again, in bounded memory: each slot holds the line that has the majority
 * among those that fall into it (Boyer and Moore's vote), so a line that is seldom never holds one for long.
 */
export class RepeatCounter {
  readonly #slots = new Int32Array(SLOTS * WIDTH);

  /** The order lines of the next chunk. */
  add({ hash, line, codes }: Chunk): void {
    const slots = this.#slots;
    const byRole = ROLES.map((role) => codes[role]);
    for (let row = 0; row < hash.length; row += 1) {
      const own = hash[row]!;
      const at = ((own ^ (own >>> 16)) & (SLOTS - 1)) * WIDTH;
      const votes = slots[at + VOTES]!;
      if (votes > 0) {
        slots[at + VOTES] = slots[at] === own ? votes + 1 : votes - 1;
        continue;
      }
      slots[at] = own;
      slots[at + VOTES] = 1;
      slots[at + LINE] = line[row]!;
      for (let role = 0; role < byRole.length; role += 1) {
        slots[at + CODES + role] = byRole[role]![row]!;
      }
    }
  }

  /** The most frequent first. */
  repeats(): Repeat[] {
    const found: Repeat[] = [];
    for (let at = 0; at < this.#slots.length; at += WIDTH) {
      const times = this.#slots[at + VOTES]!;
      if (times < LEAST_TIMES) continue;
      const codes = perRole((role) => this.#slots[at + CODES + ROLES.indexOf(role)]!);
      found.push({ line: this.#slots[at + LINE]!, times, codes });
    }
    return found.sort((a, b) => b.times - a.times || a.line - b.line).slice(0, MOST_REPEATS);
  }
}
