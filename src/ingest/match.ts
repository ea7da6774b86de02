/** Which column is what: by the names in the header and, where several fit, by what is in them. */
import { MAIN_ROLES, columnsLike, columnsNamed, isLineTotal } from './header';
import type { Columns, PriceIs } from './layout';
import type { ColumnProfile } from './profile';
import { ROLES, type Role } from '../lib/roles';

export interface Match {
  readonly columns: Columns;
  readonly priceIs: PriceIs;
  /** False where a person should look before anything is read. */
  readonly isSure: boolean;
}

/** Fewer values than these say nothing of a column. */
const ENOUGH_TO_DOUBT = 5;
const ENOUGH_TO_BE_EMPTY = 20;

/** `records` is the number of those that the profiles were made from. */
export function matchTable(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  records: number,
): Match {
  const columns: Partial<Record<Role, number>> = {};
  const take = (role: Role, candidates: readonly number[]) => {
    const free = candidates.filter(
      (column) =>
        !Object.values(columns).includes(column) &&
        !(profiles[column]!.filled === 0 && records >= ENOUGH_TO_BE_EMPTY),
    );
    const [best] = sortedBy(free, (column) => fitness(role, profiles[column]!));
    if (best !== undefined) columns[role] = best;
  };
  for (const role of ROLES) {
    const named = columnsNamed(header, role);
    // A price of one before one of the line, whatever is in them.
    const ofOne = named.filter((column) => !isLineTotal(header[column]!));
    take(
      role,
      role === 'price' && ofOne.some((column) => isMostlyNumbers(profiles[column]!))
        ? ofOne
        : named,
    );
  }
  const isSure = isEnough(columns, profiles);
  if (!isSure) propose(columns, take, header, profiles);
  const price = columns.price;
  return {
    columns,
    priceIs: price !== undefined && isLineTotal(header[price]!) ? 'line total' : 'unit price',
    isSure,
  };
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

/** Fills in what is likely, for a person to correct: by words in the names, then by what is in the columns. */
function propose(
  columns: Partial<Record<Role, number>>,
  take: (role: Role, candidates: readonly number[]) => void,
  header: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const wanted = () => MAIN_ROLES.filter((role) => columns[role] === undefined);
  for (const role of wanted()) {
    const like = columnsLike(header, role);
    take(
      role,
      like.filter((column) => (role === 'price') === isMostlyNumbers(profiles[column]!)),
    );
  }
  const all = profiles.map((_, column) => column);
  if (columns.price === undefined) {
    const amounts = all.filter((column) => isMostlyAmounts(profiles[column]!));
    const numbers = all.filter((column) => isMostlyNumbers(profiles[column]!));
    take('price', amounts.length > 0 ? amounts : numbers);
  }
  const texts = all.filter(
    (column) => profiles[column]!.filled > 0 && !isMostlyNumbers(profiles[column]!),
  );
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
  return 2 * varies + (isNumeric ? 0 : 1);
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
