import { afterEach, describe, expect, test } from 'vitest';
import { messages, provideLocale } from '../../src/i18n/locale';
import type { Language } from '../../src/i18n/messages';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';
import { ROLES } from '../../src/domain/roles';
import { REPORTS } from '../../src/reports';
import { panelOf } from '../../src/reports/details';
import type { Evidence } from '../../src/reports/evidence';
import { explainCards, explainReport } from '../../src/reports/explanations';
import type { Selection } from '../../src/reports/report';
import {
  NO_RESULTS,
  TABLE_NAMES,
  type Details,
  type Picked,
  type ResultsWithLeads,
} from '../../src/sql/tables';
import { absences } from '../../src/ui/reports/absences';
import {
  copiedWords,
  countWords,
  foundWords,
  notPrintedWords,
  positionWords,
  sortedWords,
} from '../../src/ui/blocks/table/words';
import { NO_REJECTS } from '../support/rejects';
import { ONE_RECORD } from '../support/stage';
import { wordsIn } from '../support/words';

/** All data is Greek, so that every Latin letter is an untranslated word. */
const [ALPHA, BETA] = ['α', 'β'];
const NAMES = ['α', 'β', 'γ', 'δ', 'ε', 'ζ', 'η'];

function speak(language: Language): void {
  const messages = language === 'ja' ? ja : en;
  provideLocale(() => ({ language, messages, currency: null }));
}

afterEach(() => {
  speak('en');
});

const STATS = { customer_count: 7, total_revenue: 123_400n };

const contendersOf = (table: string, verdict: string, restaurant: string | null) =>
  NAMES.map((name, index) => ({
    ...{ table_name: table, restaurant, name, total: 100n * BigInt(900 - index), verdict },
    contenders: 30,
  }));

const menuOf = (restaurant: string | null) =>
  NAMES.map((dish, index) => ({
    ...{ restaurant, dish, orders: index + 1, revenue: BigInt((index % 3) + 1) * 1000n },
    ...{ average_price: 1000n, dishes: 40, drawn: 7, left_out: 2 },
    ...{ menu_orders: 28, menu_revenue: 14_000n },
  }));

const cardOf = (restaurant: string | null, visits: number) => ({
  ...{ restaurant, customers: 7, visits, revenue: 123_400n, priced_visits: visits },
  ...{ customers_of_each: restaurant === null ? 14 : 7, restaurants: 2 },
  ...{ restaurants_with_customers: 2, restaurants_with_revenue: 2 },
});

const RESULTS: ResultsWithLeads = {
  roles: ROLES,
  margins: null,
  tables: {
    restaurant_stats: Array.from({ length: 25 }, (_, index) => ({
      ...{ ...STATS, restaurant_names: index === 0 ? ALPHA : `β${String(index)}` },
    })),
    popular_dishes: NAMES.map((food_names, index) => ({
      ...{ restaurant_names: ALPHA, food_names, order_count: 9, popularity_rank: index + 1 },
    })),
    profitable_dishes: NAMES.map((food_names, index) => ({
      ...{ restaurant_names: ALPHA, food_names, total_revenue: 900n, profit_rank: index + 1 },
    })),
    customer_stats: NAMES.map((first_name) => ({
      ...{ first_name, restaurants_visited: 2, most_visited_restaurant: ALPHA },
    })),
    frequent_visitors: [{ restaurant_names: ALPHA, most_frequent_visitor: BETA, visit_count: 4 }],
  },
  visitedCounts: [
    { restaurants_visited: 1, customers: 9 },
    { restaurants_visited: 2, customers: 3 },
  ],
  contenders: [
    ...contendersOf('popular_dishes', 'tied', ALPHA),
    ...contendersOf('profitable_dishes', 'too close to call', ALPHA),
    ...contendersOf('frequent_visitors', 'too close to call', ALPHA),
    ...contendersOf('customer_stats', 'tied', null),
  ],
  menu: [...menuOf(null), ...menuOf(ALPHA)],
  scorecards: [cardOf(null, 100), cardOf(ALPHA, 10)],
};

const PICKED: Picked = {
  restaurant: ALPHA,
  dishes: [{ food_names: BETA, order_count: 3 }],
  revenues: [{ food_names: BETA, total_revenue: 900n }],
  travellers: [{ first_name: BETA, restaurants_visited: 2, most_visited_restaurant: ALPHA }],
  visitors: [{ first_name: BETA, visit_count: 4, total_revenue: null }],
};

const SELECTIONS: readonly Selection[] = [
  { restaurant: null, picked: null },
  { restaurant: ALPHA, picked: PICKED },
];

const NEVER_ASKED = { ...NO_RESULTS, roles: [] };

/** Properties that only the code reads. */
const CODE = new Set(['type', 'kind', 'names', 'direction', 'ranking', 'column']);

/** The texts of a report, without the properties in `CODE`. */
function saidBy(report: ReturnType<(typeof REPORTS)[number]>): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) => {
      if (typeof value === 'bigint') return null;
      if (value instanceof Map) return [...value.values()];
      const isCode = CODE.has(key) || (key === 'name' && /^[a-z_]+$/.test(String(value)));
      return isCode && typeof value === 'string' ? null : value;
    }),
  );
}

const COLUMNS = { restaurant: 0, dish: 1, customer: 2, price: 3, quantity: 4 };
const layoutOf = (header: readonly string[], columns: Partial<typeof COLUMNS>) => ({
  receipt: { ...ONE_RECORD, kept: 50 },
  layout: { header, columns, priceIs: 'unit price' as const },
});
const WHOLE = layoutOf(NAMES, COLUMNS);
const OTHER = layoutOf(['ι', 'κ', 'λ', 'μ', 'ν'], COLUMNS);
const { restaurant, dish } = COLUMNS;
const BARE = layoutOf(NAMES, { restaurant, dish });

function evidenceOf(...tables: (typeof WHOLE)[]): Evidence {
  const reasons = ['missing dish', 'bad price', 'total row', 'too few columns', 'unclosed quote'];
  const groups = [...reasons, 'bad quantity', 'missing customer'].map((reason) => ({
    ...{ reason, records: 3, first: [] },
  }));
  const receipt = { ...ONE_RECORD, read: 110, kept: 50 * tables.length, rejected: 10 };
  return { results: RESULTS, receipt, rejects: { ...NO_REJECTS, groups }, tables };
}

const EVIDENCES = [
  evidenceOf(WHOLE),
  evidenceOf(WHOLE, OTHER),
  evidenceOf(WHOLE, BARE),
  { ...evidenceOf(BARE), receipt: ONE_RECORD },
];

const DETAILS: readonly Details[] = [1, 12].flatMap((count): Details[] => {
  const [order_count, dishes] = [count, count];
  const ranks = { popularity_rank: 1, profit_rank: 1 };
  const sold = { order_count, dishes, total_revenue: 100n, ...ranks };
  const came = { visit_count: count, total_revenue: 100n, customers: count };
  const [name, restaurant_names] = [BETA, ALPHA];
  return [
    {
      ...{ kind: 'dish', name, everywhere: { ...sold, restaurant_names: null } },
      places: [{ ...sold, restaurant_names }],
    },
    {
      ...{ kind: 'customer', name },
      everywhere: { ...came, restaurants_visited: count, travel_rank: 1 },
      places: [{ ...came, restaurant_names, visit_rank: 1, shared_rank: 1 }],
    },
  ];
});

type LoadedTables = Parameters<typeof absences>[1];
/** Makes tables with only their layouts, because `absences` reads nothing else. */
const loaded = (...layouts: { layout: unknown }[]) => layouts as unknown as LoadedTables;

/** All texts about the data above, each with a name for its source. */
const SAID: readonly (readonly [string, () => unknown])[] = [
  ...TABLE_NAMES.flatMap((name, index) =>
    SELECTIONS.map(
      (selection) =>
        [
          `${name}, ${selection.picked ? 'picked' : 'of all'}`,
          () => saidBy(REPORTS[index]!(RESULTS, selection)),
        ] as const,
    ),
  ),
  [
    'the cards of what is not there',
    () =>
      saidBy(
        REPORTS[0]!({ ...RESULTS, ...NEVER_ASKED, scorecards: RESULTS.scorecards }, SELECTIONS[0]!),
      ),
  ],
  ...TABLE_NAMES.map(
    (name) =>
      [
        `the explanation of ${name}`,
        () => EVIDENCES.map((evidence) => explainReport(evidence, name).parts),
      ] as const,
  ),
  [
    'the explanations of the cards',
    () =>
      EVIDENCES.flatMap((evidence) =>
        [null, ALPHA].flatMap((own) =>
          explainCards(evidence, own).map(({ of, parts }) => [of, parts]),
        ),
      ),
  ],
  [
    'the details',
    () =>
      DETAILS.map((details) => panelOf(details)).map(({ title, facts, table }) => [
        title,
        facts,
        table.caption,
        table.columns.map(({ label }) => label),
      ]),
  ],
  [
    'the absences',
    () =>
      TABLE_NAMES.map((name) => [
        absences(name, loaded(BARE)),
        absences(name, loaded(layoutOf(NAMES, {}))),
        absences(name, loaded(layoutOf(NAMES, {}), BARE)),
        absences(name, loaded(WHOLE, BARE, OTHER)),
      ]),
  ],
  [
    'what tables say of themselves',
    () => [
      ...[1, 2].flatMap((count) => [notPrintedWords(count), copiedWords(count, 2)]),
      ...[countWords(1, 2), countWords(2, 2), positionWords(0, 0, 0), positionWords(0, 1, 2)],
      ...[foundWords(0, 2, ALPHA), foundWords(1, 2, ALPHA), foundWords(2, 2, '')],
      sortedWords(null),
      ...(['ascending', 'descending'] as const).map((direction) =>
        sortedWords({ column: { name: 'n', label: ALPHA, kind: 'text' }, direction }),
      ),
    ],
  ],
  ['what no model fills', () => messages().blocks.sql.given],
];

/** Names that are the same in every language. */
const NOT_WORDS = /\b(Unicode|NFC|SQL|CSV|fresh_dish_sales|fresh_customer_visits)/g;

const plain = (words: readonly string[]) =>
  words.map((word) => word.replace(NOT_WORDS, '')).filter((word) => /[a-z]/i.test(word));

describe('Japanese texts contain no English word in', () => {
  test.each(SAID)('%s', (name, say) => {
    speak('ja');
    // Table names are file names, so they are the same in every language.
    const said = wordsIn(say()).filter((word) => !TABLE_NAMES.some((table) => table === word));
    expect(said.join('')).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    expect(plain(said), name).toEqual([]);
  });
});

test.each(SAID)('%s follows the language', (_, say) => {
  const english = JSON.stringify(say());
  speak('ja');
  const japanese = JSON.stringify(say());
  expect(japanese).not.toBe(english);
  expect(english).not.toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
  speak('en');
  expect(JSON.stringify(say())).toBe(english);
});
