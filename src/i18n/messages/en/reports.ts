import { formatCount, formatNumberOf } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, listTexts, text, type Text } from '../../text';

/** Writes a leading `The` in lower case, for use within a sentence. */
const within = (restaurant: string) => restaurant.replace(/^The /, 'the ');

/** Formats a list as `A, B and C` or as `A, B and 4 more`. */
function list(names: readonly Text[], more: number): Text {
  if (more === 0) return listTexts(names);
  const others = `${formatCount(more)} more`;
  return names.length > 0 ? text`${joinTexts(names, ', ')} and ${others}` : [others];
}

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `a ${role} column`).join(' and ');
}

function rank(place: number, all: number, one: string, many: string): string {
  return all === 1 ? `the only ${one}` : `no. ${formatCount(place)} of ${formatCount(all)} ${many}`;
}

function visited(restaurants: number, all: number): string {
  if (restaurants < all)
    return `${formatCount(restaurants)} of the ${formatCount(all)} restaurants`;
  if (all === 1) return 'the only restaurant';
  return all === 2 ? 'both restaurants' : `all ${formatCount(all)} restaurants`;
}

function comparison(average: string) {
  return {
    as: `the same as ${average}`,
    below: (percent: string) => `${percent} below ${average}`,
    above: (percent: string) => `${percent} above ${average}`,
    times: (factor: string) => `${factor} times ${average}`,
  };
}

/** Questions, definitions, labels and findings of the reports and their charts. */
export const reports = {
  columns: {
    restaurant: 'Restaurant',
    dish: 'Dish',
    firstName: 'First name',
    customers: 'Customers',
    visits: 'Visits',
    revenue: 'Revenue',
    orders: 'Orders',
    restaurantsVisited: 'Restaurants visited',
    mostVisitedRestaurant: 'Most visited restaurant',
    mostFrequentVisitor: 'Most frequent visitor',
    rankByOrders: 'Rank by orders',
    rankByRevenue: 'Rank by revenue',
    rankByVisits: 'Rank by visits',
  },
  restaurantStats: {
    question: (restaurant: string | null) =>
      restaurant === null
        ? 'How many customers visited the restaurants, and how much money did they make?'
        : `How many customers visited ${within(restaurant)}, and how much money did it make?`,
    definition:
      'A customer is a distinct name in the file, a visit is an order line, and revenue is the sum of the kept lines.',
    caption: 'Customers and revenue by restaurant',
  },
  popularDishes: {
    question: (restaurant: string | null) =>
      restaurant === null
        ? 'What is the most popular dish at each restaurant?'
        : `What is the most popular dish at ${within(restaurant)}?`,
    definition:
      'The five most ordered dishes at each restaurant, by order lines, or by quantity if the file has quantities.',
    definitionOfAll:
      'All dishes by number of orders: order lines, or quantity if the file has quantities.',
    caption: 'Dishes by orders',
  },
  profitableDishes: {
    question: (restaurant: string | null) =>
      restaurant === null
        ? 'What is the most profitable dish at each restaurant?'
        : `What is the most profitable dish at ${within(restaurant)}?`,
    definition:
      'Profitable means the highest total revenue: the file says what customers paid, not what the dish cost to make.',
    caption: 'Dishes by revenue',
  },
  customerStats: {
    question: (restaurant: string | null) =>
      restaurant === null
        ? 'Who visited the most restaurants?'
        : `Which customers of ${within(restaurant)} visited the most restaurants?`,
    definition:
      'Customers by the number of different restaurants visited, then by total visits. A visit is an order line.',
    caption: 'Customers by restaurants visited',
  },
  frequentVisitors: {
    question: (restaurant: string | null) =>
      restaurant === null
        ? 'Who visited each restaurant the most?'
        : `Who visited ${within(restaurant)} the most?`,
    definition: 'The customer with the most order lines at each restaurant.',
    definitionOfAll:
      'Customers by their order lines at this restaurant, with the revenue from them.',
    caption: 'Most frequent visitor of each restaurant',
    captionOfAll: 'Visitors by visits',
  },
  cards: {
    customers: 'Customers',
    visits: 'Visits',
    revenue: 'Revenue',
    average: 'Average per visit',
    absent: 'not in this file',
    share: (percent: string) => `${percent} of all`,
    perRestaurant: (figure: string) => `${figure} per restaurant`,
    besideRestaurant: comparison('the average restaurant'),
    besideVisit: comparison('the average visit'),
    countedOnce:
      'Customers of several restaurants are counted once in the total, and once in each of their restaurants.',
    countedInEach:
      'Customers of several restaurants are counted in each, so customer shares add up to more than 100%.',
  },
  revenueBars: {
    title: 'Revenue by restaurant',
    titleOfFirst: (shown: number) => `Revenue of the top ${formatCount(shown)} restaurants`,
    finding: (first: string, most: string, last: string, least: string) =>
      `${first} made the most, ${most}; ${last} made ${least}.`,
  },
  customersBars: {
    title: 'Customers by restaurant',
    titleOfFirst: (shown: number) => `Customers of the top ${formatCount(shown)} restaurants`,
    finding: (first: string, most: string, last: string, least: string) =>
      `${first} had the most, ${most}; ${last} had ${least}.`,
  },
  histogram: {
    title: 'Customers by number of restaurants visited',
    /** `usual` is the most common number of restaurants; null if it is also the highest. */
    finding: (
      customers: number,
      all: number,
      most: number,
      usual: { readonly visited: string; readonly customers: number } | null,
    ) => {
      const first = `${formatCount(customers)} of ${formatCount(all)} customers visited ${formatNumberOf(most, 'restaurant')}, the highest number.`;
      return usual === null
        ? first
        : `${first} The most common number is ${usual.visited}: ${formatNumberOf(usual.customers, 'customer')}.`;
    },
  },
  leads: {
    tied: 'tied',
    close: 'too close to call',
    chance:
      'Too close to call: the lead may be chance. Even between equals, chance alone would give such a lead in more than one of twenty such files.',
    withFigure: (name: Text, figure: string) => text`${name} (${figure})`,
    dishes: list,
    customers: list,
    firstOf: (customers: number): Text => [
      `The first ${formatNumberOf(customers, 'customer')} in this table`,
    ],
    /** `most` describes the tied customers who have the most visits. */
    travellers: (
      who: Text,
      restaurants: number,
      all: number,
      most: { readonly names: Text; readonly customers: number; readonly visits: number } | null,
    ) => {
      const first = text`${who} visited ${visited(restaurants, all)}: tied.`;
      if (most === null) return first;
      const visits = formatCount(most.visits);
      return most.customers === 1
        ? text`${first} Of these, ${most.names} has the most visits: ${visits}.`
        : text`${first} Of these, ${most.names} have the most visits: ${visits} each.`;
    },
  },
  details: {
    dishCaption: 'The dish at each restaurant',
    ordered: (orders: number, restaurants: number, place: number, dishes: number) => {
      const times = orders === 1 ? 'once' : `${formatCount(orders)} times`;
      return `Ordered ${times} at ${formatNumberOf(restaurants, 'restaurant')}: ${rank(place, dishes, 'dish', 'dishes')} by orders.`;
    },
    earned: (revenue: string, place: number, dishes: number) =>
      `Revenue ${revenue}: ${rank(place, dishes, 'dish', 'dishes')} by revenue.`,
    customerCaption: 'The customer at each restaurant',
    visited: (restaurants: number, place: number, customers: number) =>
      `Visited ${formatNumberOf(restaurants, 'restaurant')}: ${rank(place, customers, 'customer', 'customers')} by restaurants visited.`,
    visits: (visits: number, revenue: string | null) =>
      `${formatNumberOf(visits, 'visit')} in total${revenue === null ? '' : `, revenue ${revenue}`}.`,
  },
  absences: {
    absent: (roles: readonly Role[], files: number) =>
      `${files === 1 ? 'Not in this file' : 'Not in these files'}: this report needs ${columnsOf(roles)}.`,
    without: (role: Role, files: number) =>
      `There is no ${role} column in ${files === 1 ? 'this file' : 'any of these files'}.`,
    withoutInSome: (role: Role, files: number, all: number) =>
      `${formatCount(files)} of ${formatCount(all)} files ${files === 1 ? 'has' : 'have'} no ${role} column: ${files === 1 ? 'its' : 'their'} lines are not counted where that column is needed.`,
  },
};
