import { perRole, ROLES } from '../lib/roles';
import type { Repeat } from './chunk';

const SLOTS = 1 << 14;
const LEAST_TIMES = 20;
const MOST_REPEATS = 20;

/** A slot lies in one line of the processor's cache: the hash, the votes, where first seen, then a code per role. */
const WIDTH = 8;
const VOTES = 1;
const LINE = 2;
const CODES = 3;

/**
 * Which lines come again and again, in bounded memory: each slot holds the line that has the majority
 * among those that fall into it (Boyer and Moore's vote), so a line that is seldom never holds one for long.
 */
export class RepeatCounter {
  readonly #slots = new Int32Array(SLOTS * WIDTH);

  /** `codes`: the line's code of each role, as in `ROLES`. */
  add(hash: number, line: number, codes: Int32Array): void {
    const slots = this.#slots;
    const at = ((hash ^ (hash >>> 16)) & (SLOTS - 1)) * WIDTH;
    const votes = slots[at + VOTES]!;
    if (votes > 0) {
      slots[at + VOTES] = slots[at] === hash ? votes + 1 : votes - 1;
      return;
    }
    slots[at] = hash;
    slots[at + VOTES] = 1;
    slots[at + LINE] = line;
    for (let role = 0; role < codes.length; role += 1) slots[at + CODES + role] = codes[role]!;
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
