import { TIDIED_KINDS, type Tidied } from '../lib/findings';
import { formatNumberOf } from '../lib/format';
import type { LoadedTable } from '../state/phase';

export interface TidiedWords extends Tidied {
  /** How many, in words. */
  readonly words: string;
}

const SHOWN = 2;

const WORDS: Readonly<Record<Tidied['kind'], (values: number) => string>> = {
  trimmed: (values) => `${formatNumberOf(values, 'name')} trimmed`,
  rounded: (values) => `${formatNumberOf(values, 'price')} rounded`,
  refund: (values) => formatNumberOf(values, 'refund'),
  zero: (values) => `${formatNumberOf(values, 'price')} of zero`,
};

/** Of all tables together; the examples are those of the first that has any. */
export function tidiedOf(tables: readonly LoadedTable[]): TidiedWords[] {
  return TIDIED_KINDS.flatMap((kind) => {
    const own = tables.flatMap(({ findings }) =>
      findings.tidied.filter((each) => each.kind === kind),
    );
    const [first] = own;
    if (!first) return [];
    const values = own.reduce((sum, each) => sum + each.values, 0);
    return [{ kind, values, examples: first.examples.slice(0, SHOWN), words: WORDS[kind](values) }];
  });
}
