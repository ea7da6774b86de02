import { formatCount, formatNumberOf } from '../../format';

/** The chart of dishes by orders and price. */
export const menu = {
  titleOf: (restaurant: string) =>
    `Dishes of ${restaurant.replace(/^The /, 'the ')} by orders and average price`,
  titleOfAll: 'Dishes of all restaurants together by orders and average price',
  title: 'Dishes by orders and average price',
  averagePrice: 'Average price',
  quarter: 'Quarter',
  /** A line breaks after the comma. */
  quarters: {
    seldomHigh: 'Seldom ordered, high price',
    oftenHigh: 'Often ordered, high price',
    seldomLow: 'Seldom ordered, low price',
    oftenLow: 'Often ordered, low price',
  },
  average: (figure: string) => `average ${figure}`,
  dish: (orders: number, price: string) => `${formatNumberOf(orders, 'order')}, ${price}`,
  finding: (
    quarters: readonly {
      readonly name: string;
      readonly dishes: readonly string[];
      readonly more: number;
    }[],
    orders: string,
    price: string,
  ) => {
    const said = quarters.map(
      ({ name, dishes, more }) =>
        `${name}: ${dishes.join(', ') || 'none'}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
    );
    return `${said.join(' ')} The average dish has ${orders} orders, the average order costs ${price}.`;
  },
  howToRead: (orders: string, price: string) =>
    `Each dot is a dish. Right of the line are those with at least the orders of the average dish, ${orders}; above the line those that cost at least as much as the average order, ${price}. A dish’s average price is its revenue by its orders. Twice as many orders is everywhere the same step to the right.`,
  ofAll:
    'A dish is one dish here, whichever restaurant has it: pick a restaurant to see its own menu.',
  drawn: (dishes: number, drawn: number) =>
    `Of ${formatNumberOf(dishes, 'dish', 'dishes')} the ${formatCount(drawn)} ordered most are here; the averages are those of all.`,
  leftOut: (dishes: number) =>
    `${formatNumberOf(dishes, 'dish', 'dishes')} ${dishes === 1 ? 'is' : 'are'} left out: without a price or an order, or with more refunded than sold.`,
};
