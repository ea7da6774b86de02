/** Notices about lines of dish costs that could not be used. */
import { clip, formatCount, formatMoney } from '../../i18n/format';
import { messages } from '../../i18n/locale';
import type { Reject } from '../../domain/receipt';
import type { Costs } from '../../state/phase';

type CostList = Costs['lists'][number];

const SHOWN = 3;
const LONGEST = 40;

export function costNotices(list: CostList, { faults }: Pick<Costs, 'faults'>): string[] {
  const { costs } = messages();
  const { rejects } = list;
  const notices: string[] = [];
  if (rejects.count > 0) {
    // Removes duplicates, because a record with two reasons is in two groups.
    const lines = new Map(
      rejects.groups.flatMap(({ first }) => first).map((each) => [each.line, each] as const),
    );
    const first = [...lines.values()].sort((a, b) => a.line - b.line).slice(0, SHOWN);
    const places = first.map((reject) => placeOf(reject, list));
    const more = moreThan(places, rejects.count);
    notices.push(costs.unusable(rejects.count, formatCount(rejects.count), places, more));
  }
  for (const kind of ['negative', 'several'] as const) {
    const own = [...faults].filter(({ list: id, fault }) => id === list.id && fault === kind);
    const first = own[0];
    if (!first) continue;
    const shown = kind === 'several' ? 2 * SHOWN : SHOWN;
    const places = own
      .slice(0, shown)
      .map(({ line, dish, cost }) =>
        costs.fault(formatCount(line), clip(dish, LONGEST), formatMoney(cost)),
      );
    notices.push(costs[kind](places, moreThan(places, first.faults)));
  }
  return notices;
}

function placeOf({ line, reasons, record }: Reject, { layout }: CostList): string {
  const { costs } = messages();
  const words = new Map<string, string>(Object.entries(costs.reasons));
  const message = reasons.split('; ').map((reason) => words.get(reason) ?? reason);
  const text =
    'fields' in record ? (record.fields[layout.columns.price ?? -1] ?? '') : record.rawLine;
  return costs.place(formatCount(line), message.join(costs.comma), clip(text.trim(), LONGEST));
}

function moreThan(shown: readonly string[], all: number): string | null {
  return all > shown.length ? formatCount(all - shown.length) : null;
}
