/** Masks guests in the reports, for both the page and the downloads. */
import { yieldToPage } from '../../lib/yield-to-page';
import { HIDDEN } from './hidden';
import { columnOf, type Row, type Rows, type Spec } from '../../lib/kinds';
import { MaskedRows } from './masked-rows';
import type { Pseudonyms } from './pseudonyms';
import type {
  CheckResult,
  Contender,
  CustomerTies,
  Dataset,
  Details,
  Picked,
  Review,
} from '../../pipeline/dataset';
import { hideFindings, hideRejectCell, hideRejects } from './hidden-records';
import type { Guests, Shown } from '../phase';
import { orderByPseudonym, tiesIn, type Tie } from './tied-guests';

const ROWS_AT_ONCE = 4096;
/** The offending rows of these checks can contain a guest's name. */
const CHECKS_OF_GUESTS: readonly string[] = [
  'customer_visits_keys_are_unique',
  'customers_visit_known_restaurants',
  'table_keys_are_unique',
];
const TABLES_OF_GUESTS: readonly string[] = ['customer_stats', 'frequent_visitors'];

/** Returns the same reports with pseudonyms. A name is masked when its row is read. */
export async function hideGuests(shown: Shown, pseudonyms: Pseudonyms): Promise<Shown> {
  const customers = await hideCustomers(shown, pseudonyms);
  const review = shown.review.then((found) => hideReview(found, pseudonyms));
  // Avoids an unhandled rejection if the reports are replaced before anything awaits the review.
  review.catch(() => undefined);
  return {
    dataset: hideDataset(shown, customers, pseudonyms),
    review,
    pick: async (restaurant) => {
      const [picked, ties] = await Promise.all([shown.pick(restaurant), tiesOf(shown, restaurant)]);
      return hidePicked(picked, ties, pseudonyms);
    },
    describe: async (subject) => {
      const details = await shown.describe(subject);
      return details?.kind === 'customer' ? hideDetails(details, customers, pseudonyms) : details;
    },
    ties: shown.ties,
    sold: shown.sold,
    pack: () => shown.pack(pseudonyms.keyBlocks),
    isSample: shown.isSample,
    costs: shown.costs,
    guests: guestsOf(shown.dataset, pseudonyms),
  };
}

type CustomerDetails = Extract<Details, { kind: 'customer' }>;
type Customers = Dataset['results']['tables']['customer_stats'];
type HiddenCustomers = MaskedRows<Customers extends Rows<infer R> ? R : never>;

async function hideCustomers(shown: Shown, pseudonyms: Pseudonyms): Promise<HiddenCustomers> {
  const customers = shown.dataset.results.tables.customer_stats;
  const ties = (await tiesOf(shown, null)) ?? tiesByVisited(customers);
  return byPseudonym(customers, 'first_name', ties, pseudonyms);
}

/**
 * Masks a customer's details, and replaces ranks that depend on the alphabetical order of names.
 */
function hideDetails(
  details: CustomerDetails,
  customers: HiddenCustomers,
  pseudonyms: Pseudonyms,
): CustomerDetails {
  const { name, everywhere, places } = details;
  const place = customers.placeOf(everywhere.travel_rank - 1);
  return {
    ...details,
    name: pseudonyms.of(name),
    everywhere: { ...everywhere, travel_rank: place + 1 },
    places: Array.from(places, (own) => ({ ...own, visit_rank: own.shared_rank })),
  };
}

function hideDataset(shown: Shown, customers: HiddenCustomers, pseudonyms: Pseudonyms): Dataset {
  const { dataset } = shown;
  const { tables } = dataset.results;
  const mask = (name: string) => pseudonyms.of(name);
  const hideCell = hideRejectCell(pseudonyms, dataset.results);
  const { frequent_visitors: visitors } = tables;
  return {
    ...dataset,
    tables: dataset.tables.map((table) => ({
      ...table,
      rejects: hideRejects(table.rejects, hideCell),
      findings: hideFindings(table.findings, pseudonyms),
    })),
    rejects: hideRejects(dataset.rejects, hideCell),
    results: {
      ...dataset.results,
      tables: {
        ...tables,
        customer_stats: customers,
        // Ties are decided before masking, so that hiding names does not select another guest.
        frequent_visitors: new MaskedRows(visitors, 'most_frequent_visitor', mask),
      },
    },
  };
}

async function hidePicked(
  picked: Picked,
  ties: readonly Tie[] | null,
  pseudonyms: Pseudonyms,
): Promise<Picked> {
  const { travellers, visitors } = picked;
  const alike = tiesIn(columnOf(visitors, 'visit_count'));
  return {
    ...picked,
    travellers: await byPseudonym(
      travellers,
      'first_name',
      ties ?? tiesByVisited(travellers),
      pseudonyms,
    ),
    visitors: await byPseudonym(visitors, 'first_name', alike, pseudonyms),
  };
}

async function byPseudonym<C extends string, R extends Row<Spec> & Readonly<Record<C, string>>>(
  rows: Rows<R>,
  column: C & keyof R,
  ties: Iterable<Tie>,
  pseudonyms: Pseudonyms,
): Promise<MaskedRows<R>> {
  const order = await orderByPseudonym<C>(rows, column, ties, pseudonyms);
  return new MaskedRows(rows, column, (name) => pseudonyms.of(name), order);
}

/** Returns the ties among customers; null if the engine is lost or holds other tables. */
async function tiesOf(shown: Shown, restaurant: string | null): Promise<readonly Tie[] | null> {
  const ties: CustomerTies | null = await shown.ties(restaurant).catch(() => null);
  return ties && Array.from(ties, (tie) => ({ first: tie.first_place, count: tie.customers }));
}

/**
 * Treats customers with equally many restaurants as tied, because the table has no visit counts.
 */
function tiesByVisited(rows: Dataset['results']['tables']['customer_stats']): Iterable<Tie> {
  return tiesIn(columnOf(rows, 'restaurants_visited'));
}

function hideReview(review: Review, pseudonyms: Pseudonyms): Review {
  const mask = (name: string) => pseudonyms.of(name);
  const alike = [...review.hints.alikeNames].map((row) =>
    row.role === 'customer' ? { ...row, name: mask(row.name) } : row,
  );
  return {
    ...review,
    contenders: hideContenders([...review.contenders], mask),
    checks: review.checks.map(hideOffences),
    hints: { ...review.hints, alikeNames: alike.sort(compareWithinGroups) },
  };
}

function hideOffences(check: CheckResult): CheckResult {
  if (!CHECKS_OF_GUESTS.includes(check.name)) return check;
  return { ...check, offences: check.offences.map(() => HIDDEN) };
}

interface Alike {
  readonly role: string;
  readonly place: number;
  readonly lines: number;
  readonly name: string;
}

/** Sorts the names of one group by lines, then by pseudonym, and keeps the order of the groups. */
function compareWithinGroups(a: Alike, b: Alike): number {
  if (a.role !== b.role || a.place !== b.place) return 0;
  return b.lines - a.lines || compareTexts(a.name, b.name);
}

/** Masks the contenders, and sorts equal totals of each table and restaurant by pseudonym. */
function hideContenders(
  rows: readonly Contender[],
  mask: (name: string) => string,
): readonly Contender[] {
  const hidden = [...rows];
  const groups = new Map<string, number[]>();
  rows.forEach(({ table_name: table, restaurant }, index) => {
    if (!TABLES_OF_GUESTS.includes(table)) return;
    const key = JSON.stringify([table, restaurant]);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  for (const places of groups.values()) {
    const own = places.map((index) => ({ ...rows[index]!, name: mask(rows[index]!.name) }));
    own.sort((a, b) => compareNumbers(b.total, a.total) || compareTexts(a.name, b.name));
    places.forEach((index, place) => (hidden[index] = own[place]!));
  }
  return hidden;
}

/** Pseudonyms are ASCII, so UTF-16 order equals code point order. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function guestsOf({ results }: Dataset, pseudonyms: Pseudonyms): Guests {
  const customers = results.tables.customer_stats;
  return {
    shownName: ({ kind, name }) => (kind === 'customer' ? pseudonyms.of(name) : name),
    async subjectOf(subject) {
      const { kind, name } = subject;
      if (kind !== 'customer') return subject;
      const known = pseudonyms.nameOf(name) ?? (await search(customers, name, pseudonyms));
      return { kind, name: known ?? name };
    },
  };
}

/** Finds the name behind a pseudonym that is no longer cached. */
async function search(
  customers: Dataset['results']['tables']['customer_stats'],
  pseudonym: string,
  pseudonyms: Pseudonyms,
): Promise<string | undefined> {
  for (let start = 0; start < customers.length; start += ROWS_AT_ONCE) {
    const end = Math.min(start + ROWS_AT_ONCE, customers.length);
    const found = columnOf(customers, 'first_name', start, end).find(
      (name) => pseudonyms.of(name) === pseudonym,
    );
    if (found !== undefined) return found;
    await yieldToPage();
  }
  return undefined;
}
