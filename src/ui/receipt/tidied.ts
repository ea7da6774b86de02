import { TIDIED_KINDS, type Tidied } from '../../domain/findings';
import { messages } from '../../i18n/locale';
import type { LoadedTable } from '../../state/phase';

export interface TidiedWords extends Tidied {
  readonly words: string;
}

const SHOWN = 2;

/** Sums the tidied values over all tables. The examples come from the first table that has any. */
export function tidiedOf(tables: readonly LoadedTable[]): TidiedWords[] {
  const words = messages().receipt.tidiedValues;
  return TIDIED_KINDS.flatMap((kind) => {
    const own = tables.flatMap(({ findings }) =>
      findings.tidied.filter((each) => each.kind === kind),
    );
    const [first] = own;
    if (!first) return [];
    const values = own.reduce((sum, each) => sum + each.values, 0);
    return [{ kind, values, examples: first.examples.slice(0, SHOWN), words: words[kind](values) }];
  });
}
