// @ts-check
/** Writes the made-up sample static/data.csv. The output is the same on every machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { randomFrom } from './random.mjs';

const ORDER_LINES = 150_000;
const SEED = 42;

/**
 * `share`: the restaurant's weight among the order lines. `specials`: for some dishes, the factor by
 * which the restaurant sells the dish more often than usual.
 * @type {{ name: string, share: number, specials: Record<string, number> }[]}
 */
const RESTAURANTS = [
  {
    name: 'the-restaurant-at-the-end-of-the-universe',
    share: 34,
    specials: { cheese: 5, wine: 4.2, pasta: 3, fish: 2.4 },
  },
  {
    name: 'bean-juice-stand',
    share: 27,
    specials: { coffee: 6, beans: 4, cookies: 3.4, tea: 3, honey: 2 },
  },
  {
    name: 'the-ice-cream-parlor',
    share: 23,
    specials: { 'ice cream': 7, candy: 3.6, chocolate: 3.4, milk: 2.4, fruit: 2 },
  },
  {
    name: 'johnnys-cashew-stand',
    share: 16,
    specials: { cashews: 6, nuts: 4.4, honey: 2.6, spices: 2, juice: 1.8 },
  },
];

/** The usual price of each dish, in steps of 0.50: 2 means 1.00, and 18 means 9.00. */
const DISHES = Object.entries({
  beans: 6,
  cashews: 9,
  chips: 4,
  chocolate: 7,
  coffee: 6,
  cookies: 5,
  corn: 4,
  candy: 3,
  cereal: 6,
  chicken: 14,
  cheese: 11,
  eggs: 7,
  fish: 15,
  fruit: 7,
  grains: 6,
  honey: 8,
  'ice cream': 9,
  juice: 7,
  milk: 4,
  meat: 16,
  nuts: 9,
  oil: 8,
  pasta: 13,
  rice: 6,
  salad: 11,
  sandwiches: 12,
  soup: 10,
  spices: 5,
  sugar: 2,
  tea: 5,
  vegetables: 9,
  water: 2,
  wine: 15,
  yogurt: 7,
});

const CUSTOMERS = readFileSync(new URL('first-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

const random = randomFrom(SEED);

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @returns {T}
 */
function at(list, index) {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

/**
 * Returns a function that draws a random index of `weights`.
 * @param {number[]} weights
 */
function drawer(weights) {
  let total = 0;
  const upTo = weights.map((weight) => (total += weight));
  return () => {
    const point = random() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(upTo, middle) <= point) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

// The first customer gets about 2.4 % of the lines, and each of the last customers gets a handful.
// The code does not use `**`, because the last bit of its result varies between JavaScript engines.
const drawCustomer = drawer(
  CUSTOMERS.map((_, rank) => 1 / ((rank + 83) * (rank + 83) * (rank + 83))),
);

// Each customer has a favourite restaurant, so that restaurants have different frequent visitors.
const drawRestaurantOf = CUSTOMERS.map((_, rank) => {
  const favourite = (rank * 7 + 3) % RESTAURANTS.length;
  return drawer(RESTAURANTS.map(({ share }, index) => share * (index === favourite ? 1.6 : 1)));
});

const drawDishAt = RESTAURANTS.map(({ specials }) =>
  drawer(DISHES.map(([dish], index) => (specials[dish] ?? 1) * (1 + (index % 5) / 10))),
);

/** @param {number} usual */
function price(usual) {
  const halves = Math.min(18, Math.max(2, usual + Math.floor(random() * 5) - 2));
  return (halves / 2).toFixed(2);
}

const lines = ['restaurant_names,food_names,first_name,food_cost'];
for (let line = 0; line < ORDER_LINES; line += 1) {
  const customer = drawCustomer();
  const restaurant = at(drawRestaurantOf, customer)();
  const [dish, usual] = at(DISHES, at(drawDishAt, restaurant)());
  const { name } = at(RESTAURANTS, restaurant);
  lines.push([name, dish, at(CUSTOMERS, customer), price(usual)].join(','));
}
const target = process.argv[2] ?? new URL('../../static/data.csv', import.meta.url);
writeFileSync(target, `${lines.join('\n')}\n`);
