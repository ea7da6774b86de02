import { clip, formatCount, formatMoney, formatNumberOf } from '../lib/format';
import { averageMoney } from '../lib/money';
import type { MenuDish, ResultsWithLeads } from '../sql/tables';
import type { Quadrant, Text } from './report';
import { byDistance, menuOf } from './quadrants';
import { displayName } from './restaurants';

/** As many dishes of a quarter are named in the finding. */
const NAMED = 2;
const LONGEST_IN_FINDING = 40;
const LONGEST_IN_TITLE = 80;

const QUARTERS = {
  upper: ['Seldom ordered, high price', 'Often ordered, high price'],
  lower: ['Seldom ordered, low price', 'Often ordered, low price'],
} as const;

/** The dishes of a restaurant by orders and price, or of all restaurants together; none where there is nothing to compare. */
export function menuQuadrant(
  { menu, tables }: ResultsWithLeads,
  restaurant: string | null,
): readonly Quadrant[] {
  const dishes = menuOf(menu, restaurant, ({ drawn }) => drawn);
  const [first] = dishes;
  if (!first || dishes.length < 2) return [];
  const averages = averagesOf(first);
  const placed = dishes.map((dish) => ({ ...dish, quarter: quarterOf(dish) }));
  return [
    {
      type: 'quadrant',
      name: 'menu',
      title: titleOf(restaurant, tables.restaurant_stats.length),
      finding: findingOf(placed, averages),
      x: {
        label: 'Orders',
        kind: 'count',
        average: averages.orders,
        averageText: averages.ordersText,
      },
      y: {
        label: 'Average price',
        kind: 'money',
        average: averages.price,
        averageText: averages.priceText,
      },
      names: 'dish',
      quarters: QUARTERS,
      points: byDistance(
        placed.map((dish) => ({
          name: dish.dish,
          x: dish.orders,
          y: priceOf(dish),
          text: `${formatNumberOf(dish.orders, 'order')}, ${formatMoney(dish.average_price)}`,
          stands: dish.quarter === QUARTERS.upper[1],
        })),
        { x: averages.orders, y: averages.price },
      ),
      notes: notesOf(first, averages, restaurant === null && tables.restaurant_stats.length > 1),
      table: {
        type: 'table',
        caption: 'Dishes by orders and average price',
        columns: [
          { name: 'dish', label: 'Dish', kind: 'text', names: 'dish' },
          { name: 'orders', label: 'Orders', kind: 'count' },
          { name: 'average_price', label: 'Average price', kind: 'money' },
          { name: 'quarter', label: 'Quarter', kind: 'text' },
        ],
        rows: placed.map(({ dish, orders, average_price, quarter }) => ({
          ...{ dish, orders, average_price, quarter },
        })),
      },
    },
  ];
}

type Placed = MenuDish & { readonly quarter: string };

interface Averages {
  readonly orders: number;
  readonly ordersText: string;
  readonly price: number;
  readonly priceText: string;
}

function averagesOf({ dishes, menu_orders: orders, menu_revenue: revenue }: MenuDish): Averages {
  const mean = orders / dishes;
  const price = averageMoney(revenue, orders) ?? 0n;
  return {
    orders: mean,
    ordersText: formatCount(mean < 100 ? Math.round(mean * 10) / 10 : Math.round(mean)),
    price: Number(price) / 100,
    priceText: formatMoney(price),
  };
}

/** Held against the averages as they are, not as they are rounded. At the average is above it. */
function quarterOf(dish: MenuDish): string {
  const isOften = BigInt(dish.orders) * BigInt(dish.dishes) >= BigInt(dish.menu_orders);
  const isHigh = dish.revenue * BigInt(dish.menu_orders) >= dish.menu_revenue * BigInt(dish.orders);
  return QUARTERS[isHigh ? 'upper' : 'lower'][isOften ? 1 : 0];
}

function priceOf({ average_price: price }: MenuDish): number {
  return Number(price) / 100;
}

function titleOf(restaurant: string | null, restaurants: number): string {
  if (restaurant !== null) {
    const name = clip(displayName(restaurant), LONGEST_IN_TITLE);
    return `Dishes of ${name.replace(/^The /, 'the ')} by orders and average price`;
  }
  return restaurants > 1
    ? 'Dishes of all restaurants together by orders and average price'
    : 'Dishes by orders and average price';
}

function findingOf(dishes: readonly Placed[], { ordersText, priceText }: Averages): string {
  const quarters = [QUARTERS.upper[1], QUARTERS.lower[1], QUARTERS.upper[0], QUARTERS.lower[0]];
  const said = quarters.map((quarter) => {
    const own = dishes.filter((dish) => dish.quarter === quarter);
    const shown = own.length === NAMED + 1 ? own.length : NAMED;
    const names = own.slice(0, shown).map(({ dish }) => clip(dish, LONGEST_IN_FINDING));
    const more = own.length - names.length;
    return `${quarter}: ${names.join(', ') || 'none'}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`;
  });
  return `${said.join(' ')} The average dish has ${ordersText} orders, the average order costs ${priceText}.`;
}

function notesOf(first: MenuDish, averages: Averages, isOfAll: boolean): readonly Text[] {
  const { dishes, drawn, left_out: leftOut } = first;
  const notes = [
    `Each dot is a dish. Right of the line are those with at least the orders of the average dish, ${averages.ordersText}; above the line those that cost at least as much as the average order, ${averages.priceText}. A dish’s average price is its revenue by its orders. Twice as many orders is everywhere the same step to the right.`,
  ];
  if (isOfAll) {
    notes.push(
      'A dish is one dish here, whichever restaurant has it: pick a restaurant to see its own menu.',
    );
  }
  if (drawn < dishes) {
    notes.push(
      `Of ${formatNumberOf(dishes, 'dish', 'dishes')} the ${formatCount(drawn)} ordered most are here; the averages are those of all.`,
    );
  }
  if (leftOut > 0) {
    notes.push(
      `${formatNumberOf(leftOut, 'dish', 'dishes')} ${leftOut === 1 ? 'is' : 'are'} left out: without a price or an order, or with more refunded than sold.`,
    );
  }
  return notes.map((note) => [note]);
}
