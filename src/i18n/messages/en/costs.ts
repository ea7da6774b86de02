const listed = (names: readonly string[]) => names.join(', ');

/** What dishes cost to make. */
export const costs = {
  dish: 'Dish',
  orders: 'Orders',
  price: 'Average price',
  cost: 'Cost',
  margin: 'Margin per order',
  total: 'Total margin',
  quarter: 'Quarter',
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
    `${quarter}: ${names.length === 0 ? 'none' : listed(names)}${more === null ? '' : ` and ${more} more`}.`,
  averages: (orders: string, margin: string) =>
    `The average dish has ${orders} orders, the average order leaves ${margin}.`,
  howToRead: (orders: string, margin: string) =>
    `Each dot is a dish. Right of the line are those with at least the orders of the average dish, ${orders}; above the line those that leave at least as much as the average order, ${margin}. A dish’s margin is its average price without what it costs to make. Twice as many orders is everywhere the same step to the right.`,
  oneDish:
    'A dish is one dish here, whichever restaurant has it: pick a restaurant to see its own menu.',
  drawn: (dishes: string, drawn: string) =>
    `Of ${dishes} dishes with a known cost the ${drawn} ordered most are here; the averages are those of all.`,
  /** The names follow, then `andMore`. */
  withoutCost: (dishes: number, count: string) =>
    dishes === 1
      ? '1 dish is left out, for its cost is not known: '
      : `${count} dishes are left out, for their cost is not known: `,
  comma: ', ',
  andMore: (more: string | null) => (more === null ? '.' : ` and ${more} more.`),
  leftOut: (dishes: number, count: string) =>
    `${count} ${dishes === 1 ? 'dish is' : 'dishes are'} left out: without a price or an order, or with more refunded than sold.`,
  tooFew: (known: string, all: string) =>
    `No margins are shown here: of ${all} dishes the cost of ${known} is known. Dishes must be spelled in the dish costs as they are in the orders.`,
  revenueStays:
    'This ranking is by revenue, with or without dish costs. What dishes leave over what they cost to make, their true margin, is in the menu below.',

  lists: 'Dish costs',
  facts: (dishes: number, count: string) =>
    `dish costs, ${count} ${dishes === 1 ? 'dish' : 'dishes'}`,
  waiting: 'dish costs, waiting for orders: choose or drop an order export',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  areOrders: 'These are orders',
  areOrdersNamed: (name: string) => `These are orders: ${name}`,
  unusable: (lines: number, count: string, places: readonly string[], more: string | null) =>
    `${count} ${lines === 1 ? 'line has' : 'lines have'} no dish and cost that can be used: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}.`,
  place: (line: string, reasons: string, text: string) =>
    text === '' ? `line ${line}, ${reasons}` : `line ${line}, ${reasons} (“${text}”)`,
  reasons: {
    'missing dish': 'no dish',
    'missing price': 'no cost',
    'bad price': 'a cost that is no number',
    'price out of range': 'a cost out of range',
    'too few columns': 'too few columns',
    'too many columns': 'too many columns',
    'invalid encoding': 'damaged letters',
    'unclosed quote': 'a quote that is never closed',
    'total row': 'a total',
  },
  negative: (places: readonly string[], more: string | null) =>
    `A cost below zero is not taken: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}.`,
  several: (places: readonly string[], more: string | null) =>
    `A dish with several costs has none of them taken: ${places.join('; ')}${more === null ? '' : ` and ${more} more`}. Keep one of each dish.`,
  fault: (line: string, dish: string, cost: string) => `line ${line}, ${dish} ${cost}`,

  holds: 'This file holds',
  holdsOrders: 'Orders',
  holdsCosts: 'What dishes cost to make',
  outcome:
    'The menu then shows the margin of each dish. The reports and their tables stay as they are.',
  goOn: 'Use these costs',

  guideTerm: 'Dish costs',
  guide:
    'Optional, a file of its own with two columns, dish and cost to make: the menu then shows margins in the place of prices.',
};
