import { perRole, ROLES } from '../lib/roles';
import type { Repeat } from './chunk';

const SLOTS = 1 << 16;
const LEAST_TIMES = 20;
const MOST_REPEATS = 20;

/**
 * Which lines come again and again, in bounded memory: each slot holds the line that has the majority
 * among those that fall into it (Boyer and Moore's vote), so a line that is seldom never holds one for long.
 */
export class RepeatCounter {
  readonly #hash = new Int32Array(SLOTS);
  readonly #votes = new Int32Array(SLOTS);
  readonly #line = new Int32Array(SLOTS);
  readonly #codes = ROLES.map(() => new Int32Array(SLOTS));

  /** `codes`: the line's code of each role, as in `ROLES`. */
  add(hash: number, line: number, codes: Int32Array): void {
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    const votes = this.#votes[slot]!;
    if (votes > 0) {
      this.#votes[slot] = this.#hash[slot] === hash ? votes + 1 : votes - 1;
      return;
    }
    this.#hash[slot] = hash;
    this.#votes[slot] = 1;
    this.#line[slot] = line;
    for (let role = 0; role < codes.length; role += 1) this.#codes[role]![slot] = codes[role]!;
  }

  /** The most frequent first. */
  repeats(): Repeat[] {
    const found: Repeat[] = [];
    this.#votes.forEach((times, slot) => {
      if (times < LEAST_TIMES) return;
      const codes = perRole((role) => this.#codes[ROLES.indexOf(role)]![slot]!);
      found.push({ line: this.#line[slot]!, times, codes });
    });
    return found.sort((a, b) => b.times - a.times || a.line - b.line).slice(0, MOST_REPEATS);
  }
}
