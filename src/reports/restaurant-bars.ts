import { clip, formatCell } from '../i18n/format';
import type { Row, Rows } from '../lib/kinds';
import { messages } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import type { TABLES } from '../sql/tables';
import type { BarChart, Column } from './report';
import { MANY_RESTAURANTS } from './restaurants';

type Restaurant = Row<(typeof TABLES)['restaurant_stats']>;

/** A chart with more bars would be unreadable; the table lists all restaurants. */
const MOST_BARS = 20;

interface Measure {
  readonly name: string;
  readonly column: Column;
  readonly words: Messages['reports']['revenueBars'];
  readonly valueOf: (row: Restaurant) => number | bigint | null;
  readonly marked: string | null;
}

/**
 * Charts one bar per restaurant, the longest first. Returns nothing for a single restaurant or for
 * too many.
 */
export function restaurantBars(
  rows: Rows<Restaurant>,
  { name, column, words, valueOf, marked }: Measure,
): readonly BarChart[] {
  if (rows.length > MANY_RESTAURANTS) return [];
  const { found: bars, known } = greatest(rows, valueOf);
  const [first, last] = [bars[0], bars[bars.length - 1]];
  if (!first || !last || bars.length < 2) return [];
  const title = known > bars.length ? words.titleOfFirst(MOST_BARS) : words.title;
  return [
    {
      type: 'chart',
      name,
      title,
      finding: words.finding(
        clip(first.name),
        formatCell(first.value),
        clip(last.name),
        formatCell(last.value),
      ),
      direction: 'bars',
      bars: bars.map((bar) => ({
        label: bar.name,
        value: typeof bar.value === 'bigint' ? Number(bar.value) / 100 : bar.value,
        text: formatCell(bar.value),
      })),
      marked,
      names: 'restaurant',
      table: {
        type: 'table',
        caption: title,
        columns: [
          {
            name: 'restaurant_names',
            label: messages().reports.columns.restaurant,
            kind: 'text',
            names: 'restaurant',
          },
          column,
        ],
        rows: bars.map((bar) => ({ restaurant_names: bar.name, [column.name]: bar.value })),
        marked,
      },
    },
  ];
}

interface Bar {
  readonly name: string;
  readonly value: number | bigint;
}

/**
 * Returns the restaurants with the greatest values, and the number of restaurants that have a
 * value. Equal values keep the table's order.
 */
function greatest(
  rows: Rows<Restaurant>,
  valueOf: Measure['valueOf'],
): { readonly found: readonly Bar[]; readonly known: number } {
  const found: Bar[] = [];
  let known = 0;
  for (const row of rows) {
    const value = valueOf(row);
    if (value === null) continue;
    known += 1;
    const before = found.findIndex((other) => other.value < value);
    if (before < 0 && found.length === MOST_BARS) continue;
    found.splice(before < 0 ? found.length : before, 0, { name: row.restaurant_names, value });
    found.length = Math.min(found.length, MOST_BARS);
  }
  return { found, known };
}
