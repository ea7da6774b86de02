import { formatCount, formatNumberOf } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, text, type Text } from '../../text';

const BY_NAME = 'by name, letters in the order of Unicode';

const kept = (lines: number) => formatNumberOf(lines, 'kept order line');

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `a ${role} column`).join(' and ');
}

/** How many of the files it is so in; null where it is all of them. */
type InFiles = { readonly files: number; readonly all: number } | null;

function inFiles(some: InFiles): string {
  return some === null
    ? ''
    : ` in ${formatCount(some.files)} of the ${formatNumberOf(some.all, 'file')}`;
}

function ranked(by: string): string {
  return `Each rank is given once: by ${by}, and among equal dishes ${BY_NAME}. That a first place is tied is said beside it.`;
}

/** What the numbers of a report mean, in sentences with the load's own figures. */
export const explanations = {
  terms: {
    what: 'What it is',
    madeFrom: 'Made from',
    leftOut: 'Left out',
    names: 'Names',
    money: 'Money',
    order: 'Order',
    ties: 'Ties',
  },
  names:
    'Names are compared without white space around them, with each run of it within as one space, and in Unicode NFC. Case counts: Ann and ann are two.',
  money:
    'Exact decimals: each price is rounded half away from zero to two places, and no sum is rounded after that. Prices below zero are refunds, and count against the others.',
  restaurantStats: {
    /** `customer`: the column; `amount`: what is added up. Null where there is none. */
    what: (customer: Text | null, amount: Text | null) => {
      const counted =
        customer === null
          ? ['Of each restaurant, its order lines']
          : text`Of each restaurant, the distinct names in ${customer}`;
      return amount === null
        ? text`${counted}.`
        : text`${counted}, and ${amount} added up over its lines.`;
    },
    order: `Restaurants stand ${BY_NAME}. They are not ranked.`,
  },
  popularDishes: {
    what: (dish: Text, orders: Text) =>
      text`The five dishes in ${dish} with the most orders at each restaurant. ${orders}`,
    ties: ranked('orders'),
  },
  profitableDishes: {
    what: (dish: Text, amount: Text) =>
      text`The five dishes in ${dish} with the highest revenue at each restaurant: ${amount}, added up over their lines. What a dish cost to make is not known.`,
    ties: ranked('revenue'),
  },
  customerStats: {
    what: (names: number, customer: Text) =>
      text`${formatNumberOf(names, 'distinct name')} in ${customer}, each with the number of different restaurants that have an order line of theirs.`,
    ties: `Customers stand by restaurants visited, then by all their visits, then ${BY_NAME}. Of restaurants visited equally often, the first ${BY_NAME} is the most visited.`,
  },
  frequentVisitors: {
    what: (customer: Text) =>
      text`The name in ${customer} with the most order lines at each restaurant. A visit is an order line.`,
    ties: `Of equal customers the table names the first ${BY_NAME}; that they are tied is said beside it. Restaurants stand by visits, then ${BY_NAME}.`,
  },
  /** What is explained, by the name on its card. */
  cards: {
    customers: 'customers',
    visits: 'visits',
    revenue: 'revenue',
    average: 'average per visit',
  },
  customersOf: (customers: number, column: Text, lines: number) =>
    text`${formatNumberOf(customers, 'distinct name')} in ${column} among the ${kept(lines)} of this restaurant.`,
  customersOfAll: (customers: number, column: Text, lines: number) =>
    text`${formatNumberOf(customers, 'distinct name')} in ${column} among all ${kept(lines)}. A customer of several restaurants is counted once.`,
  visitsOf: (lines: number) =>
    `${kept(lines)} of this restaurant. A visit is an order line: which lines are of one bill the file does not say.`,
  visitsOfAll: (lines: number) =>
    `${kept(lines)}. A visit is an order line: which lines are of one bill the file does not say.`,
  revenueOf: (amount: Text, lines: number) =>
    text`${amount}, added up over the ${kept(lines)} of this restaurant.`,
  revenueOfAll: (amount: Text, lines: number) => text`${amount}, added up over all ${kept(lines)}.`,
  average: (revenue: string, visits: number, average: string) =>
    `${revenue} divided by ${formatNumberOf(visits, 'visit')}: ${average}, rounded half away from zero. A visit is an order line.`,
  averageOfPriced: 'Revenue divided by the visits of the files that have a price column.',
  /** `more`: how many columns have other names. */
  columns: (names: readonly Text[], more: number) =>
    more > 0
      ? text`${joinTexts(names, ', ')} or ${formatNumberOf(more, 'other column')}`
      : joinTexts(names, ', ', ' or '),
  timesQuantity: (price: Text, quantity: Text, some: InFiles) =>
    text`${price} times ${quantity}${inFiles(some)}`,
  oneOrder: 'An order line is one order.',
  ordersByQuantity: (quantity: Text, some: InFiles) =>
    some === null
      ? text`An order line is as many orders as its ${quantity} says.`
      : text`An order line is one order, or as many as its ${quantity} says${inFiles(some)}.`,
  allLines: (lines: number) => `All ${kept(lines)}.`,
  linesOfFiles: (lines: number, all: number, roles: readonly Role[]) =>
    `${formatCount(lines)} of the ${kept(all)}: those of the files that have ${columnsOf(roles)}.`,
  linesOfRestaurant: (lines: number, all: number) =>
    `${formatCount(lines)} of the ${kept(all)}: those of this restaurant.`,
  linesOfRestaurantInFiles: (lines: number, roles: readonly Role[]) =>
    `Of this restaurant’s ${kept(lines)} those of the files that have ${columnsOf(roles)}.`,
  nothingLeftOut: (read: number) =>
    `Nothing: of ${formatNumberOf(read, 'record')} read, none was rejected.`,
  /** `more`: reasons that are not named. `isTwice`: whether a record may have several of them. */
  leftOut: (
    read: number,
    rejected: number,
    reasons: readonly { readonly reason: string; readonly records: number }[],
    more: number,
    isTwice: boolean,
  ) => {
    const named = reasons.map(({ reason, records }) => `${reason} (${formatCount(records)})`);
    const all = more > 0 ? [...named, formatNumberOf(more, 'other reason')] : named;
    const twice = isTwice ? ' A record with several reasons is under each of them.' : '';
    return `Of ${formatNumberOf(read, 'record')} read, ${formatCount(rejected)} rejected: ${all.join(', ')}.${twice}`;
  },
};
