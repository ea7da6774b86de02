const listed = (names: readonly string[]) => names.join(', ');

/** Texts about dish costs and margins. */
export const costs = {
  dish: 'Dish',
  orders: 'Orders',
  price: 'Average price',
  cost: 'Cost',
  margin: 'Margin per order',
  total: 'Total margin',
  quarter: 'Group',
  quarters: {
    seldomHigh: 'Seldom ordered, high margin',
    oftenHigh: 'Often ordered, high margin',
    seldomLow: 'Seldom ordered, low margin',
    oftenLow: 'Often ordered, low margin',
  },
  title: 'Dishes by orders and margin',
  titleOf: (restaurant: string) =>
    `Dishes of ${restaurant.replace(/^The /, 'the ')} by orders and margin`,
  titleOfAll: 'Dishes of all restaurants together by orders and margin',
  tableCaption: 'Dishes by orders and margin',
  point: (orders: number, count: string, margin: string) =>
    `${count} ${orders === 1 ? 'order' : 'orders'}, margin ${margin}`,
  quarterHas: (quarter: string, names: readonly string[], more: string | null) =>
    `${quarter}: ${names.length === 0 ? 'no dishes' : listed(names)}${more === null ? '' : ` and ${more} more`}.`,
  averages: (orders: string, margin: string) =>
    `The average dish has ${orders} orders; the average order has a margin of ${margin}.`,
  howToRead: (orders: string, margin: string) =>
    `Each dot is a dish. Dishes to the right of the vertical line have at least the average number of orders, ${orders}. Dishes above the horizontal line have at least the average margin per order, ${margin}. A dish’s margin is its average price minus its cost. Each equal step to the right doubles the orders.`,
  oneDish:
    'Dishes with the same name are counted together here. Choose a restaurant to see its own menu.',
  drawn: (dishes: string, drawn: string) =>
    `The chart shows the ${drawn} most ordered of ${dishes} dishes with a known cost. The averages include all of them.`,
  /** The names of the dishes follow this text, and `andMore` ends the sentence. */
  withoutCost: (dishes: number, count: string) =>
    dishes === 1
      ? '1 dish is left out because its cost is not known: '
      : `${count} dishes are left out because their cost is not known: `,
  comma: ', ',
  andMore: (more: string | null) => (more === null ? '.' : ` and ${more} more.`),
  leftOut: (dishes: number, count: string) =>
    `${count} ${dishes === 1 ? 'dish is' : 'dishes are'} left out: no price, no orders, or more refunds than sales.`,
  tooFew: (known: string, all: string) =>
    `Margins are not shown: the cost is known for only ${known} of ${all} dishes. Spell dishes the same way in the dish costs and in the orders.`,
  revenueStays:
    'This ranking is by revenue, with or without dish costs. The menu below shows the true margin of each dish: its price minus its cost.',

  lists: 'Dish costs',
  facts: (dishes: number, count: string) =>
    `dish costs, ${count} ${dishes === 1 ? 'dish' : 'dishes'}`,
  waiting: 'dish costs, waiting for orders: choose or drop an order export',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  areOrders: 'These are orders',
  areOrdersNamed: (name: string) => `These are orders: ${name}`,
  unusable: (lines: number, count: string, places: readonly string[], more: string | null) =>
    `${count} ${lines === 1 ? 'line' : 'lines'} of the dish costs cannot be used: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}.`,
  place: (line: string, reasons: string, text: string) =>
    text === '' ? `line ${line}, ${reasons}` : `line ${line}, ${reasons} (“${text}”)`,
  reasons: {
    'missing dish': 'no dish',
    'missing price': 'no cost',
    'bad price': 'the cost is not a number',
    'price out of range': 'the cost is out of range',
    'too few columns': 'too few columns',
    'too many columns': 'too many columns',
    'invalid encoding': 'damaged characters',
    'unclosed quote': 'an unclosed quote',
    'total row': 'a total',
  },
  negative: (places: readonly string[], more: string | null) =>
    `Costs below zero are not used: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}.`,
  several: (places: readonly string[], more: string | null) =>
    `A dish with several costs has no margin: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}. Keep one cost for each dish.`,
  fault: (line: string, dish: string, cost: string) => `line ${line}, ${dish} ${cost}`,

  holds: 'This file contains',
  holdsOrders: 'Orders',
  holdsCosts: 'What dishes cost to make',
  outcome:
    'The menu will show the margin of each dish. The reports and their tables do not change.',
  goOn: 'Use these costs',

  guideTerm: 'Dish costs',
  guide:
    'Optional: a separate file with two columns, the dish and what it costs to make. The menu then shows margins instead of prices.',
};
