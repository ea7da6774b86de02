/** What the numbers of a report mean, in sentences with the load's own figures. */
import { formatMoney, formatNumberOf } from '../lib/format';
import { averageMoney } from '../lib/money';
import { TABLE_ROLES, type Scorecard, type TableName } from '../sql/tables';
import {
  amountText,
  columnText,
  leftOutText,
  linesBehind,
  linesText,
  ordersText,
  type Evidence,
} from './evidence';
import type { Text } from './report';

export interface Explanation {
  /** What is explained: a table, or a figure by the name on its card. */
  readonly of: string;
  readonly parts: readonly { readonly term: string; readonly text: Text }[];
}

const NAMES: Text = [
  'Names are compared without white space around them, with each run of it within as one space, and in Unicode NFC. Case counts: Ann and ann are two.',
];
const MONEY: Text = [
  'Exact decimals: each price is rounded half away from zero to two places, and no sum is rounded after that. Prices below zero are refunds, and count against the others.',
];
const BY_NAME = 'by name, letters in the order of Unicode';

/** The definition first, then what it was counted from, and what was not counted. */
const CONTENT: Readonly<
  Record<TableName, (evidence: Evidence) => { what: Text; more: Explanation['parts'] }>
> = {
  restaurant_stats: (evidence) => ({
    what: [
      ...(evidence.results.roles.includes('customer')
        ? ['Of each restaurant, the distinct names in ', ...columnText(evidence, 'customer')]
        : ['Of each restaurant, its order lines']),
      ...(evidence.results.roles.includes('price')
        ? [', and ', ...amountText(evidence), ' added up over its lines']
        : []),
      '.',
    ],
    more: [
      { term: 'Names', text: NAMES },
      { term: 'Money', text: MONEY },
      { term: 'Order', text: [`Restaurants stand ${BY_NAME}. They are not ranked.`] },
    ],
  }),
  popular_dishes: (evidence) => ({
    what: [
      'The five dishes in ',
      ...columnText(evidence, 'dish'),
      ' with the most orders at each restaurant. ',
      ...ordersText(evidence),
    ],
    more: [
      { term: 'Names', text: NAMES },
      { term: 'Ties', text: ranked('orders') },
    ],
  }),
  profitable_dishes: (evidence) => ({
    what: [
      'The five dishes in ',
      ...columnText(evidence, 'dish'),
      ' with the highest revenue at each restaurant: ',
      ...amountText(evidence),
      ', added up over their lines. What a dish cost to make is not known.',
    ],
    more: [
      { term: 'Names', text: NAMES },
      { term: 'Money', text: MONEY },
      { term: 'Ties', text: ranked('revenue') },
    ],
  }),
  customer_stats: (evidence) => ({
    what: [
      `${formatNumberOf(evidence.results.tables.customer_stats.length, 'distinct name')} in `,
      ...columnText(evidence, 'customer'),
      ', each with the number of different restaurants that have an order line of theirs.',
    ],
    more: [
      { term: 'Names', text: NAMES },
      {
        term: 'Ties',
        text: [
          `Customers stand by restaurants visited, then by all their visits, then ${BY_NAME}. Of restaurants visited equally often, the first ${BY_NAME} is the most visited.`,
        ],
      },
    ],
  }),
  frequent_visitors: (evidence) => ({
    what: [
      'The name in ',
      ...columnText(evidence, 'customer'),
      ' with the most order lines at each restaurant. A visit is an order line.',
    ],
    more: [
      { term: 'Names', text: NAMES },
      {
        term: 'Ties',
        text: [
          `Of equal customers the table names the first ${BY_NAME}; that they are tied is said beside it. Restaurants stand by visits, then ${BY_NAME}.`,
        ],
      },
    ],
  }),
};

function ranked(by: string): Text {
  return [
    `Each rank is given once: by ${by}, and among equal dishes ${BY_NAME}. That a first place is tied is said beside it.`,
  ];
}

export function explainReport(evidence: Evidence, name: TableName): Explanation {
  const { what, more } = CONTENT[name](evidence);
  const behind = linesBehind(evidence, TABLE_ROLES[name].needs, null);
  return { of: name, parts: partsOf(evidence, what, behind, more) };
}

/** Of each scorecard that has a figure. */
export function explainCards(
  evidence: Evidence,
  restaurant: string | null,
): readonly Explanation[] {
  const card = cardOf(evidence, restaurant);
  if (!card) return [];
  const { customers, visits, revenue } = card;
  const own = linesText(visits, 'kept');
  const lines = restaurant === null ? `all ${own}` : `the ${own} of this restaurant`;
  const explained: Explanation[] = [];
  const explain = (of: string, what: Text, behind: Text, ...more: Explanation['parts']) => {
    explained.push({ of, parts: partsOf(evidence, what, behind, more) });
  };
  if (customers !== null) {
    explain(
      'customers',
      [
        `${formatNumberOf(customers, 'distinct name')} in `,
        ...columnText(evidence, 'customer'),
        ` among ${lines}.`,
        restaurant === null ? ' A customer of several restaurants is counted once.' : '',
      ],
      linesBehind(evidence, ['customer'], card),
      { term: 'Names', text: NAMES },
    );
  }
  explain(
    'visits',
    [
      `${own}${restaurant === null ? '' : ' of this restaurant'}. A visit is an order line: which lines are of one bill the file does not say.`,
    ],
    linesBehind(evidence, [], card),
  );
  if (revenue === null) return explained;
  const priced = linesBehind(evidence, ['price'], card);
  const money = { term: 'Money', text: MONEY };
  explain('revenue', [...amountText(evidence), `, added up over ${lines}.`], priced, money);
  explain('average per visit', averageText(evidence, revenue, visits), priced, money);
  return explained;
}

function averageText({ tables }: Evidence, revenue: bigint, visits: number): Text {
  const isPriced = tables.every(({ layout }) => layout.columns.price !== undefined);
  const average = averageMoney(revenue, visits);
  if (!isPriced || average === null) {
    return ['Revenue divided by the visits of the files that have a price column.'];
  }
  return [
    `${formatMoney(revenue)} divided by ${formatNumberOf(visits, 'visit')}: ${formatMoney(average)}, rounded half away from zero. A visit is an order line.`,
  ];
}

/** Of many restaurants no more are decoded than it takes. */
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
  return [
    { term: 'What it is', text: what },
    { term: 'Made from', text: behind },
    { term: 'Left out', text: leftOutText(evidence) },
    ...more,
  ];
}
