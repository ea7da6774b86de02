import { formatCount, formatNumberOf } from '../../format';

/** Texts of the chart of dishes by orders and price. */
export const menu = {
  titleOf: (restaurant: string) =>
    `Dishes of ${restaurant.replace(/^The /, 'the ')} by orders and average price`,
  titleOfAll: 'Dishes of all restaurants together by orders and average price',
  title: 'Dishes by orders and average price',
  averagePrice: 'Average price',
  quarter: 'Group',
  /** The chart breaks each name after its comma. */
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
        `${name}: ${dishes.join(', ') || 'no dishes'}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
    );
    return `${said.join(' ')} The average dish has ${orders} orders; the average order costs ${price}.`;
  },
  howToRead: (orders: string, price: string) =>
    `Each dot is a dish. Dishes to the right of the vertical line have at least the average number of orders, ${orders}. Dishes above the horizontal line cost at least as much as the average order, ${price}. A dish’s average price is its revenue divided by its orders. Each equal step to the right doubles the orders.`,
  ofAll:
    'Dishes with the same name are counted together here. Choose a restaurant to see its own menu.',
  drawn: (dishes: number, drawn: number) =>
    `The chart shows the ${formatCount(drawn)} most ordered of ${formatNumberOf(dishes, 'dish', 'dishes')}. The averages include all of them.`,
  leftOut: (dishes: number) =>
    `${formatNumberOf(dishes, 'dish', 'dishes')} ${dishes === 1 ? 'is' : 'are'} left out: no price, no orders, or more refunds than sales.`,
};
