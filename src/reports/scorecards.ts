/** Makes the cards with the four numbers of one restaurant or of all, and their comparisons. */
import { formatCell, formatCompact, formatPercent, formatQuotient } from '../i18n/format';
import type { Rows } from '../lib/kinds';
import { messages } from '../i18n/locale';
import { indexOfName } from '../lib/name-order';
import type { Messages } from '../i18n/messages';
import { averageMoney } from '../domain/money';
import type { Role } from '../domain/roles';
import type { Results, Scorecard } from '../sql/tables';
import type { Note, Scorecards } from './report';

type Card = Scorecards['cards'][number];
type Comparison = Messages['reports']['cards']['besideVisit'];

/** An average as a fraction, so that comparisons are exact. */
interface Average {
  readonly total: bigint;
  readonly of: number;
}

interface Figure {
  readonly own: number | bigint | null;
  readonly all: number | bigint | null;
  /**
   * The sum over all restaurants. For customers it can exceed `all`, because a customer can visit
   * several restaurants.
   */
  readonly ofEach: number | bigint | null;
  readonly restaurants: number;
}

export function scorecards(
  { scorecards: rows, roles }: Results,
  restaurant: string | null,
): (Scorecards | Note)[] {
  const { cards: words } = messages().reports;
  const all = rows.at(0);
  const own = rowOf(rows, restaurant);
  if (!all || !own) return [];
  const card = (label: string, role: Role, value: Card['value'], remarks: Card['remarks']): Card =>
    roles.includes(role)
      ? { label, value, remarks }
      : { label, value: null, remarks: [words.absent] };
  const remarks = restaurant === null ? perRestaurant : compared;
  const customers = remarks({
    own: own.customers,
    all: all.customers,
    ofEach: all.customers_of_each,
    restaurants: all.restaurants_with_customers,
  });
  const visits = remarks({
    own: own.visits,
    all: all.visits,
    ofEach: all.visits,
    restaurants: all.restaurants,
  });
  const revenue = remarks({
    own: own.revenue,
    all: all.revenue,
    ofEach: all.revenue,
    restaurants: all.restaurants_with_revenue,
  });
  const average = own.revenue === null ? null : averageMoney(own.revenue, own.priced_visits);
  return [
    {
      type: 'scorecards',
      cards: [
        card(words.customers, 'customer', own.customers, customers),
        { label: words.visits, value: own.visits, remarks: visits },
        card(words.revenue, 'price', own.revenue, revenue),
        card(words.average, 'price', average, averageRemarks(own, all)),
      ],
    },
    ...overlapNote(own, all),
  ];
}

/** The first row is for all restaurants; the other rows are ordered by name. */
function rowOf(rows: Rows<Scorecard>, restaurant: string | null): Scorecard | undefined {
  return rows.at(restaurant === null ? 0 : indexOfName(rows, 'restaurant', restaurant, 1));
}

/**
 * Compares a restaurant's number with the total and with the average restaurant. Returns nothing if
 * there is only one restaurant.
 */
function compared({ own, all, ofEach, restaurants }: Figure): readonly string[] {
  if (own === null || all === null || ofEach === null || restaurants < 2) return [];
  const [part, average] = [BigInt(own), { total: BigInt(ofEach), of: restaurants }];
  return [
    ...share(part, BigInt(all)),
    ...distance({ total: part, of: 1 }, average, messages().reports.cards.besideRestaurant),
  ];
}

function perRestaurant({ ofEach, restaurants }: Figure): readonly string[] {
  if (ofEach === null || restaurants < 2) return [];
  const average =
    typeof ofEach === 'bigint' ? averageMoney(ofEach, restaurants) : ofEach / restaurants;
  const text = typeof average === 'number' ? formatQuotient(average) : formatCell(average);
  return [messages().reports.cards.perRestaurant(formatCompact(average) ?? text)];
}

function averageRemarks(own: Scorecard, all: Scorecard): readonly string[] {
  if (own.restaurant === null || all.restaurants_with_revenue < 2) return [];
  return distance(averageVisit(own), averageVisit(all), messages().reports.cards.besideVisit);
}

function averageVisit({ revenue, priced_visits: visits }: Scorecard): Average {
  return { total: revenue ?? 0n, of: visits };
}

/** Says what share of the total a number is. Returns nothing if refunds exceed sales. */
function share(own: bigint, all: bigint): readonly string[] {
  return all > 0n && own >= 0n && own <= all
    ? [messages().reports.cards.share(formatPercent(own, all))]
    : [];
}

function distance(own: Average, average: Average, words: Comparison): readonly string[] {
  const [figure, usual] = [own.total * BigInt(average.of), average.total * BigInt(own.of)];
  if (usual <= 0n || figure < 0n) return [];
  if (figure === usual) return [words.as];
  if (figure < usual) return [words.below(formatPercent(usual - figure, usual))];
  // From twice the average on, a multiple is clearer than a percentage.
  if (figure >= 2n * usual) {
    return [words.times(formatQuotient(Number(figure) / Number(usual)))];
  }
  return [words.above(formatPercent(figure - usual, usual))];
}

/** Explains why the shares of customers exceed 100%. */
function overlapNote(own: Scorecard, all: Scorecard): readonly Note[] {
  if ((all.customers_of_each ?? 0) <= (all.customers ?? 0)) return [];
  const { countedOnce, countedInEach } = messages().reports.cards;
  const text = own.restaurant === null ? countedOnce : countedInEach;
  return [{ type: 'note', text: [text] }];
}
