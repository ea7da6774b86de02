import { formatMoney } from '../../i18n/format';
import { messages } from '../../i18n/locale';
import type { Text } from '../../i18n/text';
import type { LoadedTable, Review } from '../../state/phase';

/** Hints of one kind, one sentence each. */
export interface Hinted {
  readonly title: string;
  readonly sentences: readonly Text[];
  /** The number of hints found; only the first ones have a sentence. */
  readonly count: number;
}

interface Found {
  readonly hints: Review['hints'];
  readonly tables: readonly LoadedTable[];
}

const DIFFERENCES = ['case', 'width', 'accents'] as const;

export function hintsOf(found: Found): readonly Hinted[] {
  return [
    outlyingPrices(found),
    smallRestaurants(found),
    ...alikeNames(found),
    repeatedLines(found),
  ].filter(({ count }) => count > 0);
}

function outlyingPrices({ hints, tables }: Found): Hinted {
  const words = messages().found.hints;
  const rows = [...hints.outlyingPrices];
  return {
    title: words.outlyingPrices,
    count: rows[0]?.hints ?? 0,
    sentences: rows.map((row) =>
      words.outlyingPrice({
        dish: row.dish,
        lines: row.lines,
        least: formatMoney(row.least_price),
        greatest: formatMoney(row.greatest_price),
        usualLines: row.usual_lines,
        leastUsual: formatMoney(row.least_usual_price),
        greatestUsual: formatMoney(row.greatest_usual_price),
        file: tables.find(({ id }) => id === row.source)?.source.name ?? '',
        line: row.line,
      }),
    ),
  };
}

function smallRestaurants({ hints }: Found): Hinted {
  const words = messages().found.hints;
  const rows = [...hints.smallRestaurants];
  return {
    title: words.smallRestaurants,
    count: rows[0]?.hints ?? 0,
    sentences: rows.map(({ restaurant, lines, average_lines: average }) =>
      words.smallRestaurant(restaurant, lines, average),
    ),
  };
}

function alikeNames({ hints }: Found): Hinted[] {
  const words = messages().found.hints;
  const rows = [...hints.alikeNames];
  return (['restaurant', 'dish', 'customer'] as const).map((role) => {
    const own = rows.filter((row) => row.role === role);
    const places = [...new Set(own.map(({ place }) => place))];
    return {
      title: words.alikeNames[role],
      count: own[0]?.hints ?? 0,
      sentences: places.map((place) => {
        const names = own.filter((row) => row.place === place);
        const differing = (names[0]?.differing_in ?? '').split(' ');
        const differences = DIFFERENCES.filter((difference) => differing.includes(difference));
        return words.alike(role, names, names[0]?.names ?? 0, differences);
      }),
    };
  });
}

function repeatedLines({ tables }: Found): Hinted {
  const words = messages().found.hints;
  const sentences = tables.flatMap(({ source, findings }) =>
    findings.repeats.map(({ price, ...repeated }) =>
      words.repeatedLine({
        ...repeated,
        price: price === null ? null : formatMoney(price),
        file: source.name,
      }),
    ),
  );
  return { title: words.repeatedLines, count: sentences.length, sentences };
}
