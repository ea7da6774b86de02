import { formatCount, formatNumberOf } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, text, type Text } from '../../text';

const BY_NAME = 'by name (in Unicode order)';

const A_VISIT = 'A visit is an order line: the file does not say which lines belong to one bill.';

const kept = (lines: number) => formatNumberOf(lines, 'kept order line');

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `a ${role} column`).join(' and ');
}

/** The number of files that a statement applies to; null if it applies to all files. */
type InFiles = { readonly files: number; readonly all: number } | null;

function inFiles(some: InFiles): string {
  return some === null
    ? ''
    : ` in ${formatCount(some.files)} of the ${formatNumberOf(some.all, 'file')}`;
}

function ranked(by: string): string {
  return `Each rank is given once: by ${by}, then ${BY_NAME}. A tie for first place is marked.`;
}

/** Explains how the numbers of a report are computed from the loaded files. */
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
    'Before names are compared, outer spaces are removed, repeated spaces become one, and Unicode is normalised (NFC). Capital letters matter: Ann and ann are two names.',
  money:
    'Amounts are exact decimals. Each price is rounded to two places, half away from zero; sums are not rounded. Prices below zero are refunds and are subtracted.',
  restaurantStats: {
    /**
     * `customer` names the customer column, and `amount` says what is summed. Each is null if the
     * files lack its column.
     */
    what: (customer: Text | null, amount: Text | null) => {
      const counted =
        customer === null
          ? ['For each restaurant: the number of order lines']
          : text`For each restaurant: the number of distinct names in ${customer}`;
      return amount === null
        ? text`${counted}.`
        : text`${counted}, and the sum of ${amount} over its lines.`;
    },
    order: `Restaurants are sorted ${BY_NAME}. They are not ranked.`,
  },
  popularDishes: {
    what: (dish: Text, orders: Text) =>
      text`The five dishes in ${dish} with the most orders at each restaurant. ${orders}`,
    ties: ranked('orders'),
  },
  profitableDishes: {
    what: (dish: Text, amount: Text) =>
      text`The five dishes in ${dish} with the highest revenue at each restaurant: the sum of ${amount} over their lines. What a dish costs to make is not subtracted.`,
    ties: ranked('revenue'),
  },
  customerStats: {
    what: (names: number, customer: Text) =>
      text`${formatNumberOf(names, 'distinct name')} in ${customer}, each with the number of different restaurants visited. A visit is an order line.`,
    ties: `Customers are sorted by restaurants visited, then by total visits, then ${BY_NAME}. If a customer visited two restaurants equally often, the first by name is the most visited.`,
  },
  frequentVisitors: {
    what: (customer: Text) =>
      text`The name in ${customer} with the most order lines at each restaurant. A visit is an order line.`,
    ties: `If customers are tied, the table has the first ${BY_NAME} and marks the tie. Restaurants are sorted by visits, then by name.`,
  },
  /** The names of the scorecards that can be explained. */
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
  visitsOf: (lines: number) => `${kept(lines)} of this restaurant. ${A_VISIT}`,
  visitsOfAll: (lines: number) => `${kept(lines)}. ${A_VISIT}`,
  revenueOf: (amount: Text, lines: number) =>
    text`The sum of ${amount} over the ${kept(lines)} of this restaurant.`,
  revenueOfAll: (amount: Text, lines: number) =>
    text`The sum of ${amount} over all ${kept(lines)}.`,
  average: (revenue: string, visits: number, average: string) =>
    `${revenue} divided by ${formatNumberOf(visits, 'visit')}: ${average}, rounded half away from zero. A visit is an order line.`,
  averageOfPriced: 'Revenue divided by the visits in files that have a price column.',
  /** `more` is the number of columns that `names` leaves out. */
  columns: (names: readonly Text[], more: number) =>
    more > 0
      ? text`${joinTexts(names, ', ')} or ${formatNumberOf(more, 'other column')}`
      : joinTexts(names, ', ', ' or '),
  timesQuantity: (price: Text, quantity: Text, some: InFiles) =>
    text`${price} times ${quantity}${inFiles(some)}`,
  oneOrder: 'An order line is one order.',
  ordersByQuantity: (quantity: Text, some: InFiles) =>
    some === null
      ? text`An order line counts as the number of orders in ${quantity}.`
      : text`An order line counts as one order, or as the number in ${quantity}${inFiles(some)}.`,
  allLines: (lines: number) => `All ${kept(lines)}.`,
  linesOfFiles: (lines: number, all: number, roles: readonly Role[]) =>
    `${formatCount(lines)} of the ${kept(all)}: those in files that have ${columnsOf(roles)}.`,
  linesOfRestaurant: (lines: number, all: number) =>
    `${formatCount(lines)} of the ${kept(all)}: those of this restaurant.`,
  linesOfRestaurantInFiles: (lines: number, roles: readonly Role[]) =>
    `Of this restaurant’s ${kept(lines)}, those in files that have ${columnsOf(roles)}.`,
  nothingLeftOut: (read: number) =>
    `Nothing: ${formatNumberOf(read, 'order line')} read, 0 rejected.`,
  /**
   * `more` is the number of reasons left out. `isTwice` says that some order lines have several
   * reasons.
   */
  leftOut: (
    read: number,
    rejected: number,
    reasons: readonly { readonly reason: string; readonly records: number }[],
    more: number,
    isTwice: boolean,
  ) => {
    const named = reasons.map(({ reason, records }) => `${reason} (${formatCount(records)})`);
    const all = more > 0 ? [...named, formatNumberOf(more, 'other reason')] : named;
    const twice = isTwice ? ' An order line with several reasons is counted under each.' : '';
    return `Of ${formatNumberOf(read, 'order line')} read, ${formatCount(rejected)} rejected: ${all.join(', ')}.${twice}`;
  },
};
