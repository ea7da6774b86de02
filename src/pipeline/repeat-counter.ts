import type { Chunk } from '../ingest/records/chunk';
import { perRole, ROLES, type PerRole } from '../domain/roles';

const SLOTS = 1 << 14;
const LEAST_TIMES = 20;
const MOST_REPEATS = 20;

/**
 * The number of values per slot: hash, votes, first line, and a code per role. A slot fits into a
 * cache line.
 */
const WIDTH = 8;
const VOTES = 1;
const LINE = 2;
const CODES = 3;

/** A line that occurs often, with identical values in all columns. */
export interface Repeat {
  /** The physical line where it first occurs. */
  readonly line: number;
  /** A lower bound of the number of occurrences. */
  readonly times: number;
  readonly codes: PerRole<number>;
}

/**
 * Finds frequent lines in bounded memory. The lines are hashed to slots, and each slot keeps the
 * majority of its lines (Boyer-Moore vote), so a rare line is soon replaced.
 */
export class RepeatCounter {
  readonly #slots = new Int32Array(SLOTS * WIDTH);

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

  /** Returns the most frequent lines first. */
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
