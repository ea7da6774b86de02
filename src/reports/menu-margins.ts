import { clip, formatCount, formatMoney, formatQuotient } from '../i18n/format';
import { messages } from '../i18n/locale';
import { averageMoney } from '../domain/money';
import type { MenuMargin, ResultsWithLeads } from '../sql/tables';
import { menuQuadrant } from './menu';
import { byDistance, menuOf } from './quadrants';
import type { Block, Note, Quadrant, Text } from './report';
import { nameInTitle } from './restaurants';

/** The most dishes of a quarter that the finding names. */
const NAMED = 2;
const LONGEST_IN_FINDING = 40;

type Results = Pick<ResultsWithLeads, 'menu' | 'margins' | 'tables'>;

/** Charts the menu by margin if costs are known, otherwise by price. */
export function menuBlocks(results: ResultsWithLeads, restaurant: string | null): readonly Block[] {
  if (!results.margins) return menuQuadrant(results, restaurant);
  const { costs } = messages();
  const rows = menuOf(
    results.margins,
    restaurant,
    ({ drawn, without_cost: without }) => drawn + Math.min(3, without),
  );
  const [first] = rows;
  if (!first) return [];
  const dishes = rows.filter((row): row is Costed => row.margin !== null);
  if (dishes.length < 2) {
    const all = first.dishes + first.without_cost;
    return [
      note(costs.tooFew(formatCount(first.dishes), formatCount(all))),
      ...menuQuadrant(results, restaurant),
    ];
  }
  return [note(costs.revenueStays), marginQuadrant(results, restaurant, dishes, rows)];
}

type Costed = MenuMargin & { readonly margin: bigint; readonly total_margin: bigint };
type Quarter = 'oftenHigh' | 'oftenLow' | 'seldomHigh' | 'seldomLow';
type Placed = Costed & { readonly quarter: Quarter };

function marginQuadrant(
  { tables }: Results,
  restaurant: string | null,
  dishes: readonly Costed[],
  rows: readonly MenuMargin[],
): Quadrant {
  const { costs } = messages();
  const { quarters } = costs;
  const restaurants = tables.restaurant_stats.length;
  const averages = averagesOf(dishes[0]!);
  const placed = dishes.map((dish) => ({ ...dish, quarter: quarterOf(dish) }));
  const title = titleOf(restaurant, restaurants);
  return {
    type: 'quadrant',
    name: 'menu',
    title,
    finding: findingOf(placed, averages),
    x: {
      ...{ label: costs.orders, kind: 'count' },
      ...{ average: averages.orders, averageText: averages.ordersText },
    },
    y: {
      ...{ label: costs.margin, kind: 'money' },
      ...{ average: averages.margin, averageText: averages.marginText },
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
        y: Number(dish.margin) / 100,
        text: costs.point(dish.orders, formatCount(dish.orders), formatMoney(dish.margin)),
        stands: dish.quarter === 'oftenHigh',
      })),
      { x: averages.orders, y: averages.margin },
    ),
    notes: notesOf(rows, averages, restaurant === null && restaurants > 1),
    table: {
      type: 'table',
      caption: costs.tableCaption,
      columns: [
        { name: 'dish', label: costs.dish, kind: 'text', names: 'dish' },
        { name: 'orders', label: costs.orders, kind: 'count' },
        { name: 'average_price', label: costs.price, kind: 'money' },
        { name: 'cost', label: costs.cost, kind: 'money' },
        { name: 'margin', label: costs.margin, kind: 'money' },
        { name: 'total_margin', label: costs.total, kind: 'money' },
        { name: 'quarter', label: costs.quarter, kind: 'text' },
      ],
      rows: placed.map((dish) => ({
        ...{ dish: dish.dish, orders: dish.orders, average_price: dish.average_price },
        ...{ cost: dish.cost, margin: dish.margin, total_margin: dish.total_margin },
        quarter: quarters[dish.quarter],
      })),
    },
  };
}

interface Averages {
  readonly orders: number;
  readonly ordersText: string;
  readonly margin: number;
  readonly marginText: string;
}

function averagesOf({ dishes, menu_orders: orders, menu_margin: margin }: MenuMargin): Averages {
  const mean = (orders ?? 0) / dishes;
  const average = averageMoney(margin ?? 0n, orders ?? 0) ?? 0n;
  return {
    orders: mean,
    ordersText: formatQuotient(mean),
    margin: Number(average) / 100,
    marginText: formatMoney(average),
  };
}

/**
 * Returns a dish's quarter. Compares without rounding, and counts a value equal to the average as
 * above it.
 */
function quarterOf(dish: Costed): Quarter {
  const [orders, margin] = [BigInt(dish.menu_orders ?? 0), dish.menu_margin ?? 0n];
  const isOften = BigInt(dish.orders) * BigInt(dish.dishes) >= orders;
  const isHigh = dish.total_margin * orders >= margin * BigInt(dish.orders);
  return `${isOften ? 'often' : 'seldom'}${isHigh ? 'High' : 'Low'}`;
}

function titleOf(restaurant: string | null, restaurants: number): string {
  const { costs } = messages();
  if (restaurant !== null) return costs.titleOf(nameInTitle(restaurant));
  return restaurants > 1 ? costs.titleOfAll : costs.title;
}

function findingOf(dishes: readonly Placed[], averages: Averages): string {
  const { costs } = messages();
  const said = (['oftenHigh', 'oftenLow', 'seldomHigh', 'seldomLow'] as const).map((quarter) => {
    const own = dishes.filter((dish) => dish.quarter === quarter);
    const shown = own.length === NAMED + 1 ? own.length : NAMED;
    const names = own.slice(0, shown).map(({ dish }) => clip(dish, LONGEST_IN_FINDING));
    const more = own.length - names.length;
    return costs.quarterHas(costs.quarters[quarter], names, more > 0 ? formatCount(more) : null);
  });
  return messages().format.paragraph([
    ...said,
    costs.averages(averages.ordersText, averages.marginText),
  ]);
}

function notesOf(
  rows: readonly MenuMargin[],
  averages: Averages,
  isOfAll: boolean,
): readonly Text[] {
  const { costs } = messages();
  const first = rows[0]!;
  const { dishes, drawn, without_cost: without, left_out: leftOut } = first;
  const unknown = rows.filter(({ cost }) => cost === null).map(({ dish }) => ({ name: dish }));
  const more = without - unknown.length;
  return [
    [costs.howToRead(averages.ordersText, averages.marginText)],
    ...(isOfAll ? [[costs.oneDish]] : []),
    ...(drawn < dishes ? [[costs.drawn(formatCount(dishes), formatCount(drawn))]] : []),
    ...(without > 0
      ? [
          [
            costs.withoutCost(without, formatCount(without)),
            ...unknown.flatMap((name, index) => (index === 0 ? [name] : [costs.comma, name])),
            costs.andMore(more > 0 ? formatCount(more) : null),
          ],
        ]
      : []),
    ...(leftOut > 0 ? [[costs.leftOut(leftOut, formatCount(leftOut))]] : []),
  ];
}

function note(text: string): Note {
  return { type: 'note', text: [text] };
}
