import { formatCount, formatMoney, formatNumberOf } from '../lib/format';
import type { Text } from '../reports/report';
import type { LoadedTable, Review } from '../state/phase';

/** Hints of one kind, each a sentence. */
export interface Hinted {
  readonly title: string;
  readonly sentences: readonly Text[];
  /** All that were found, of which the first have a sentence. */
  readonly count: number;
}

/** What is known of all tables together, and of each. */
interface Found {
  readonly hints: Review['hints'];
  readonly tables: readonly LoadedTable[];
}

/** Each kind of which there are any; another kind is another line here. */
export function hintsOf(found: Found): readonly Hinted[] {
  return [
    outlyingPrices(found),
    smallRestaurants(found),
    ...alikeNames(found),
    repeatedLines(found),
  ].filter(({ count }) => count > 0);
}

function outlyingPrices({ hints, tables }: Found): Hinted {
  const rows = [...hints.outlyingPrices];
  return {
    title: 'Prices a hundred times another of the same dish',
    count: rows[0]?.hints ?? 0,
    sentences: rows.map((row) => {
      const file = tables.find(({ id }) => id === row.source)?.source.name ?? '';
      return [
        ...quoted(row.dish),
        ` costs ${range(row.least_price, row.greatest_price)} at ${formatNumberOf(row.lines, 'line')}`,
        `, and usually ${range(row.least_usual_price, row.greatest_usual_price)} (${formatNumberOf(row.usual_lines, 'line')})`,
        ': see ',
        { name: file },
        `, line ${formatCount(row.line)}.`,
      ];
    }),
  };
}

function smallRestaurants({ hints }: Found): Hinted {
  const rows = [...hints.smallRestaurants];
  return {
    title: 'Restaurants with next to no lines',
    count: rows[0]?.hints ?? 0,
    sentences: rows.map(({ restaurant, lines, average_lines: average }) => [
      ...quoted(restaurant),
      ` has ${formatNumberOf(lines, 'line')}, where a restaurant has ${formatCount(average)} on the average.`,
    ]),
  };
}

const PLURALS = { restaurant: 'restaurants', dish: 'dishes', customer: 'customers' };

function alikeNames({ hints }: Found): Hinted[] {
  const rows = [...hints.alikeNames];
  return (['restaurant', 'dish', 'customer'] as const).map((role) => {
    const own = rows.filter((row) => row.role === role);
    const places = [...new Set(own.map(({ place }) => place))];
    return {
      title: `Names of ${PLURALS[role]} that are alike`,
      count: own[0]?.hints ?? 0,
      sentences: places.map((place) => {
        const names = own.filter((row) => row.place === place);
        const all = names[0]?.names ?? 0;
        const parts: Text[] = names.map(({ name, lines }) => [
          ...quoted(name),
          ` (${formatNumberOf(lines, 'line')})`,
        ]);
        if (all > names.length) parts.push([`${formatCount(all - names.length)} more`]);
        return [
          ...listed(parts),
          ` differ only in ${differences(names[0]?.differing_in ?? '')}`,
          `: they count as ${formatCount(all)} ${PLURALS[role]}.`,
        ];
      }),
    };
  });
}

function repeatedLines({ tables }: Found): Hinted {
  const sentences = tables.flatMap(({ source, findings }) =>
    findings.repeats.map(({ line, times, restaurant, dish, customer, price }): Text => [
      ...quoted(customer),
      ' had ',
      ...quoted(dish),
      ' at ',
      ...quoted(restaurant),
      price === null ? '' : ` for ${formatMoney(price)}`,
      `: the same line ${formatCount(times)} times or more, far more often than by chance. See `,
      { name: source.name },
      `, line ${formatCount(line)}.`,
    ]),
  );
  return { title: 'Lines that come again and again', count: sentences.length, sentences };
}

function differences(codes: string): string {
  const words = codes.split(' ').filter((code) => code !== '');
  if (words.length === 0) return 'how they are written';
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function listed(parts: readonly Text[]): Text {
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [index === parts.length - 1 ? ' and ' : ', ']),
    ...part,
  ]);
}

function quoted(name: string): Text {
  return ['“', { name }, '”'];
}

function range(least: bigint, greatest: bigint): string {
  return least === greatest
    ? formatMoney(least)
    : `${formatMoney(least)} to ${formatMoney(greatest)}`;
}
