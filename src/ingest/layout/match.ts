/** Which column is what: by the names in the header and, where several fit, by what is in them. */
import { columnsLike, columnsNamed, MAIN_ROLES, priceOf } from './header';
import type { Columns, PriceIs } from './layout';
import { profileOf, type ColumnProfile } from './profile';
import { ROLES, type Role } from '../../domain/roles';

export interface Match {
  readonly columns: Columns;
  /** False where a person should look before anything is read. */
  readonly isSure: boolean;
}

/** Fewer values than these say nothing of a column. */
const ENOUGH_TO_DOUBT = 5;
const ENOUGH_TO_BE_EMPTY = 20;
/** A name that is seldom there rejects most of the lines: that is asked before it is done. */
const OFTEN_FILLED = 0.8;
const SELDOM_FILLED = 0.5;

type Take = (role: Role, candidates: readonly number[]) => void;

export function matchTable(
  header: readonly string[],
  records: readonly (readonly string[])[],
): Match {
  const profiles = profileOf(records, header.length);
  const columns: Partial<Record<Role, number>> = {};
  let isDoubtful = false;
  const take: Take = (role, candidates) => {
    const least = role === 'customer' || role === 'restaurant' ? SELDOM_FILLED * records.length : 1;
    const free = candidates.filter((column) => {
      const isFilled = profiles[column]!.filled >= least || records.length < ENOUGH_TO_BE_EMPTY;
      if (!isFilled && profiles[column]!.filled > 0) isDoubtful = true;
      return isFilled && !Object.values(columns).includes(column);
    });
    const [best] = sortedBy(free, (column) => fitness(role, profiles[column]!));
    if (best !== undefined) columns[role] = best;
  };
  for (const role of ROLES) if (role !== 'price') take(role, columnsNamed(header, role));
  take('price', priceCandidates(header, profiles, columns));
  const isSure =
    !isDoubtful &&
    isEnough(columns, profiles) &&
    isPlain(header, columns, profiles) &&
    !isSeldomFilled(columns, profiles, records.length);
  if (!isSure) propose(columns, take, header, profiles);
  return { columns, isSure };
}

/** A price of one before one of the line, but a line's where a quantity is not known to multiply the other. */
function priceCandidates(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  columns: Columns,
): readonly number[] {
  const named = columnsNamed(header, 'price');
  const numbers = (of: ReturnType<typeof priceOf>) =>
    named.filter((column) => priceOf(header[column]!) === of && isMostlyNumbers(profiles[column]!));
  const [ofOne, ofLine] = [numbers('one'), numbers('line')];
  if (ofOne.length > 0 && ofLine.length > 0) {
    return columns.quantity === undefined ? ofLine : ofOne;
  }
  return ofOne.length > 0 ? ofOne : named;
}

/** What the price column says: by its name, and by a total beside it that never is another. */
export function meaningOf(
  header: readonly string[],
  columns: Columns,
  records: readonly (readonly string[])[],
): PriceIs {
  const { price, quantity } = columns;
  if (price === undefined) return 'unit price';
  if (priceOf(header[price]!) !== 'one') return 'line total';
  if (quantity === undefined) return 'unit price';
  const totals = columnsNamed(header, 'price').filter(
    (column) => column !== price && priceOf(header[column]!) !== 'one',
  );
  const several = records.filter((fields) => !/^[+-]?1?(?:[.,]0*)?$/.test(fields[quantity] ?? ''));
  const isTotal = totals.some((column) =>
    several.every((fields) => (fields[column] ?? '').trim() === (fields[price] ?? '').trim()),
  );
  return several.length > 0 && isTotal ? 'line total' : 'unit price';
}

/** At least a dish or a customer, a price wherever a column looks as if it were one, and numbers where they must be. */
function isEnough(columns: Columns, profiles: readonly ColumnProfile[]): boolean {
  if (columns.dish === undefined && columns.customer === undefined) return false;
  if (columns.price === undefined) {
    const taken = new Set(Object.values(columns));
    return !profiles.some((profile, column) => !taken.has(column) && isMostlyAmounts(profile));
  }
  return [columns.price, columns.quantity].every((column) => {
    const profile = column === undefined ? null : profiles[column]!;
    return !profile || profile.filled < ENOUGH_TO_DOUBT || isMostlyNumbers(profile);
  });
}

/** No total that may be the whole order's on each of its lines, and no quantity under another name. */
function isPlain(
  header: readonly string[],
  { dish, price, quantity }: Columns,
  profiles: readonly ColumnProfile[],
): boolean {
  if (price === undefined) return true;
  const meaning = priceOf(header[price]!);
  if (meaning === 'line or order') return dish === undefined;
  if (meaning === 'line' || quantity !== undefined) return true;
  return !columnsLike(header, 'quantity').some((column) => isMostlyNumbers(profiles[column]!));
}

function isSeldomFilled(
  columns: Columns,
  profiles: readonly ColumnProfile[],
  records: number,
): boolean {
  if (records < ENOUGH_TO_BE_EMPTY) return false;
  return (['restaurant', 'dish', 'customer'] as const).some((role) => {
    const column = columns[role];
    return column !== undefined && profiles[column]!.filled < OFTEN_FILLED * records;
  });
}

/** Fills in what is likely, for a person to correct: by words in the names, then by what is in the columns. */
function propose(
  columns: Partial<Record<Role, number>>,
  take: Take,
  header: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const wanted = () => MAIN_ROLES.filter((role) => columns[role] === undefined);
  const isNumeric = (role: Role) => role === 'price' || role === 'quantity';
  for (const role of ROLES.filter((each) => columns[each] === undefined)) {
    const like = columnsLike(header, role);
    take(
      role,
      like.filter((column) => isNumeric(role) === isMostlyNumbers(profiles[column]!)),
    );
  }
  const all = profiles.map((_, column) => column);
  if (columns.price === undefined) {
    const amounts = all.filter((column) => isMostlyAmounts(profiles[column]!));
    const numbers = all.filter((column) => isMostlyNumbers(profiles[column]!));
    take('price', amounts.length > 0 ? amounts : numbers);
  }
  const texts = all.filter((column) => {
    const { filled, times } = profiles[column]!;
    return filled > 0 && times * 2 < filled && !isMostlyNumbers(profiles[column]!);
  });
  // Restaurants are few, dishes more, guests the most.
  const byDistinct = sortedBy(texts, (column) => -profiles[column]!.distinct);
  if (columns.dish !== undefined || columns.customer !== undefined) return;
  for (const role of byDistinct.length > 1 ? wanted() : (['dish'] as const)) {
    const free = byDistinct.filter((column) => !Object.values(columns).includes(column));
    // Of a dish or a guest there is more than one.
    const varied = free.filter((column) => profiles[column]!.distinct > 1);
    take(role, (role === 'restaurant' || varied.length === 0 ? free : varied).slice(0, 1));
  }
}

/** Greater is better; equal leaves the order of the names. */
function fitness(role: Role, profile: ColumnProfile): number {
  const varies = profile.distinct > 1 ? 1 : 0;
  const isNumeric = isMostlyNumbers(profile);
  if (role === 'price' || role === 'quantity') return isNumeric ? 2 : 0;
  // A restaurant of one branch is still that restaurant, whatever varies beside it.
  return (role === 'restaurant' ? 0 : 2 * varies) + (isNumeric ? 0 : 1);
}

function isMostlyNumbers({ filled, numbers }: ColumnProfile): boolean {
  return filled > 0 && numbers * 2 >= filled;
}

function isMostlyAmounts({ filled, amounts }: ColumnProfile): boolean {
  return filled > 0 && amounts * 2 >= filled;
}

/** The greatest first; stable. */
function sortedBy(columns: readonly number[], value: (column: number) => number): number[] {
  return [...columns].sort((a, b) => value(b) - value(a));
}
