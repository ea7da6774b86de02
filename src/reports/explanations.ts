/** Explains the numbers of a report in sentences about the loaded files. */
import { formatMoney } from '../i18n/format';
import { messages } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { averageMoney } from '../domain/money';
import { TABLE_ROLES, type Scorecard, type TableName } from '../sql/tables';
import {
  amountText,
  columnText,
  leftOutText,
  linesBehind,
  ordersText,
  type Evidence,
} from './evidence';
import type { Text } from './report';

type Words = Messages['explanations'];
type CardName = keyof Words['cards'];

export interface Explanation {
  /** The id of the explained table or card. */
  readonly name: TableName | CardName;
  /** The name of the table, or of the number on the card, in the page's language. */
  readonly of: string;
  readonly parts: readonly { readonly term: string; readonly text: Text }[];
}

/** Each explanation defines the numbers, and says what was counted and what was left out. */
const CONTENT: Readonly<
  Record<
    TableName,
    (evidence: Evidence, words: Words) => { what: Text; more: Explanation['parts'] }
  >
> = {
  restaurant_stats: (evidence, words) => {
    const { roles } = evidence.results;
    return {
      what: words.restaurantStats.what(
        roles.includes('customer') ? columnText(evidence, 'customer') : null,
        roles.includes('price') ? amountText(evidence) : null,
      ),
      more: [
        names(words),
        money(words),
        { term: words.terms.order, text: [words.restaurantStats.order] },
      ],
    };
  },
  popular_dishes: (evidence, words) => ({
    what: words.popularDishes.what(columnText(evidence, 'dish'), ordersText(evidence)),
    more: [names(words), ties(words, words.popularDishes)],
  }),
  profitable_dishes: (evidence, words) => ({
    what: words.profitableDishes.what(columnText(evidence, 'dish'), amountText(evidence)),
    more: [names(words), money(words), ties(words, words.profitableDishes)],
  }),
  customer_stats: (evidence, words) => ({
    what: words.customerStats.what(
      evidence.results.tables.customer_stats.length,
      columnText(evidence, 'customer'),
    ),
    more: [names(words), ties(words, words.customerStats)],
  }),
  frequent_visitors: (evidence, words) => ({
    what: words.frequentVisitors.what(columnText(evidence, 'customer')),
    more: [names(words), ties(words, words.frequentVisitors)],
  }),
};

function names(words: Words): Explanation['parts'][number] {
  return { term: words.terms.names, text: [words.names] };
}

function money(words: Words): Explanation['parts'][number] {
  return { term: words.terms.money, text: [words.money] };
}

function ties(words: Words, own: { readonly ties: string }): Explanation['parts'][number] {
  return { term: words.terms.ties, text: [own.ties] };
}

export function explainReport(evidence: Evidence, name: TableName): Explanation {
  const { what, more } = CONTENT[name](evidence, messages().explanations);
  const behind = linesBehind(evidence, TABLE_ROLES[name].needs, null);
  return { name, of: name, parts: partsOf(evidence, what, behind, more) };
}

/** Explains each scorecard that has a number. */
export function explainCards(
  evidence: Evidence,
  restaurant: string | null,
): readonly Explanation[] {
  const card = cardOf(evidence, restaurant);
  if (!card) return [];
  const { explanations: words } = messages();
  const { customers, visits, revenue } = card;
  const isOfAll = restaurant === null;
  const explained: Explanation[] = [];
  const explain = (name: CardName, what: Text, behind: Text, ...more: Explanation['parts']) => {
    explained.push({ name, of: words.cards[name], parts: partsOf(evidence, what, behind, more) });
  };
  if (customers !== null) {
    const say = isOfAll ? words.customersOfAll : words.customersOf;
    explain(
      'customers',
      say(customers, columnText(evidence, 'customer'), visits),
      linesBehind(evidence, ['customer'], card),
      names(words),
    );
  }
  explain(
    'visits',
    [isOfAll ? words.visitsOfAll(visits) : words.visitsOf(visits)],
    linesBehind(evidence, [], card),
  );
  if (revenue === null) return explained;
  const priced = linesBehind(evidence, ['price'], card);
  const say = isOfAll ? words.revenueOfAll : words.revenueOf;
  explain('revenue', say(amountText(evidence), visits), priced, money(words));
  explain('average', averageText(evidence, revenue, visits), priced, money(words));
  return explained;
}

function averageText({ tables }: Evidence, revenue: bigint, visits: number): Text {
  const { explanations: words } = messages();
  const isPriced = tables.every(({ layout }) => layout.columns.price !== undefined);
  const average = averageMoney(revenue, visits);
  return isPriced && average !== null
    ? [words.average(formatMoney(revenue), visits, formatMoney(average))]
    : [words.averageOfPriced];
}

/** Finds a restaurant's row, and stops there because there can be many restaurants. */
function cardOf({ results }: Evidence, restaurant: string | null): Scorecard | undefined {
  for (const row of results.scorecards) if (row.restaurant === restaurant) return row;
  return undefined;
}

function partsOf(
  evidence: Evidence,
  what: Text,
  behind: Text,
  more: Explanation['parts'],
): Explanation['parts'] {
  const { terms } = messages().explanations;
  return [
    { term: terms.what, text: what },
    { term: terms.madeFrom, text: behind },
    { term: terms.leftOut, text: leftOutText(evidence) },
    ...more,
  ];
}
