import { clip, formatCount, formatMoney } from '../i18n/format';
import { messages } from '../i18n/locale';
import type { Messages } from '../i18n/messages';
import { averageMoney } from '../domain/money';
import type { MenuDish, ResultsWithLeads } from '../sql/tables';
import type { Quadrant, Text } from './report';
import { byDistance, menuOf } from './quadrants';
import { nameInTitle } from './restaurants';

/** The most dishes of a quarter that the finding names. */
const NAMED = 2;
const LONGEST_IN_FINDING = 40;

type Quarter = keyof Messages['menu']['quarters'];

/** The quarters, in the order in which the finding names them. */
const QUARTERS: readonly Quarter[] = ['oftenHigh', 'oftenLow', 'seldomHigh', 'seldomLow'];

/**
 * Charts the dishes of one restaurant or of all by orders and price. Returns nothing if there is
 * nothing to compare.
 */
export function menuQuadrant(
  { menu, tables }: ResultsWithLeads,
  restaurant: string | null,
): readonly Quadrant[] {
  const dishes = menuOf(menu, restaurant, ({ drawn }) => drawn);
  const [first] = dishes;
  if (!first || dishes.length < 2) return [];
  const { menu: words, reports } = messages();
  const { columns } = reports;
  const { quarters } = words;
  const averages = averagesOf(first);
  const placed = dishes.map((dish) => ({ ...dish, quarter: quarterOf(dish) }));
  return [
    {
      type: 'quadrant',
      name: 'menu',
      title: titleOf(restaurant, tables.restaurant_stats.length),
      finding: findingOf(placed, averages),
      x: {
        label: columns.orders,
        kind: 'count',
        average: averages.orders,
        averageText: averages.ordersText,
      },
      y: {
        label: words.averagePrice,
        kind: 'money',
        average: averages.price,
        averageText: averages.priceText,
      },
      names: 'dish',
      quarters: {
        upper: [quarters.seldomHigh, quarters.oftenHigh],
        lower: [quarters.seldomLow, quarters.oftenLow],
      },
      points: byDistance(
        placed.map((dish) => ({
          name: dish.dish,
          x: dish.orders,
          y: priceOf(dish),
          text: words.dish(dish.orders, formatMoney(dish.average_price)),
          stands: dish.quarter === 'oftenHigh',
        })),
        { x: averages.orders, y: averages.price },
      ),
      notes: notesOf(first, averages, restaurant === null && tables.restaurant_stats.length > 1),
      table: {
        type: 'table',
        caption: words.title,
        columns: [
          { name: 'dish', label: columns.dish, kind: 'text', names: 'dish' },
          { name: 'orders', label: columns.orders, kind: 'count' },
          { name: 'average_price', label: words.averagePrice, kind: 'money' },
          { name: 'quarter', label: words.quarter, kind: 'text' },
        ],
        rows: placed.map(({ dish, orders, average_price, quarter }) => ({
          ...{ dish, orders, average_price, quarter: quarters[quarter] },
        })),
      },
    },
  ];
}

type Placed = MenuDish & { readonly quarter: Quarter };

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

/**
 * Returns a dish's quarter. Compares without rounding, and counts a value equal to the average as
 * above it.
 */
function quarterOf(dish: MenuDish): Quarter {
  const isOften = BigInt(dish.orders) * BigInt(dish.dishes) >= BigInt(dish.menu_orders);
  const isHigh = dish.revenue * BigInt(dish.menu_orders) >= dish.menu_revenue * BigInt(dish.orders);
  if (isHigh) return isOften ? 'oftenHigh' : 'seldomHigh';
  return isOften ? 'oftenLow' : 'seldomLow';
}

function priceOf({ average_price: price }: MenuDish): number {
  return Number(price) / 100;
}

function titleOf(restaurant: string | null, restaurants: number): string {
  const { menu: words } = messages();
  if (restaurant !== null) return words.titleOf(nameInTitle(restaurant));
  return restaurants > 1 ? words.titleOfAll : words.title;
}

function findingOf(dishes: readonly Placed[], { ordersText, priceText }: Averages): string {
  const { menu: words } = messages();
  const said = QUARTERS.map((quarter) => {
    const own = dishes.filter((dish) => dish.quarter === quarter);
    const shown = own.length === NAMED + 1 ? own.length : NAMED;
    const names = own.slice(0, shown).map(({ dish }) => clip(dish, LONGEST_IN_FINDING));
    return { name: words.quarters[quarter], dishes: names, more: own.length - names.length };
  });
  return words.finding(said, ordersText, priceText);
}

function notesOf(first: MenuDish, averages: Averages, isOfAll: boolean): readonly Text[] {
  const { dishes, drawn, left_out: leftOut } = first;
  const { menu: words } = messages();
  const notes = [words.howToRead(averages.ordersText, averages.priceText)];
  if (isOfAll) notes.push(words.ofAll);
  if (drawn < dishes) notes.push(words.drawn(dishes, drawn));
  if (leftOut > 0) notes.push(words.leftOut(leftOut));
  return notes.map((note) => [note]);
}
