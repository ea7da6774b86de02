import { columnsLike, columnsNamed, MAIN_ROLES, priceMeaning } from './header';
import type { Columns, PriceIs } from './layout';
import { profileOf, type ColumnProfile } from './profile';
import { ROLES, type Role } from '../../domain/roles';

export interface Match {
  readonly columns: Columns;
  /** False if the user should confirm the mapping before the file is read. */
  readonly isSure: boolean;
}

/** A column with fewer values says too little to doubt its name. */
const MIN_VALUES_TO_DOUBT = 5;
const MIN_RECORDS_TO_BE_EMPTY = 20;
/**
 * Shares of filled values. A record without a name is rejected, so the mapping dialog asks about a
 * sparse column of names.
 */
const USUAL_FILLED_SHARE = 0.8;
const MIN_FILLED_SHARE = 0.5;

type AssignRole = (role: Role, candidates: readonly number[]) => void;

export function matchTable(
  header: readonly string[],
  records: readonly (readonly string[])[],
): Match {
  const profiles = profileOf(records, header.length);
  const columns: Partial<Record<Role, number>> = {};
  let isDoubtful = false;
  const assign: AssignRole = (role, candidates) => {
    const minFilled =
      role === 'customer' || role === 'restaurant' ? MIN_FILLED_SHARE * records.length : 1;
    const free = candidates.filter((column) => {
      const isFilled =
        profiles[column]!.filled >= minFilled || records.length < MIN_RECORDS_TO_BE_EMPTY;
      if (!isFilled && profiles[column]!.filled > 0) isDoubtful = true;
      return isFilled && !Object.values(columns).includes(column);
    });
    const [best] = sortedBy(free, (column) => fitness(role, profiles[column]!));
    if (best !== undefined) columns[role] = best;
  };
  for (const role of ROLES) if (role !== 'price') assign(role, columnsNamed(header, role));
  assign('price', priceCandidates(header, profiles, columns));
  const isSure =
    !isDoubtful &&
    isComplete(columns, profiles) &&
    isUnambiguous(header, columns, profiles) &&
    !isSparse(columns, profiles, records.length);
  if (!isSure) propose(columns, assign, header, profiles);
  return { columns, isSure };
}

/**
 * Returns the candidates for the price column. Unit prices are preferred to line totals, unless
 * there is no quantity column to multiply them by.
 */
function priceCandidates(
  header: readonly string[],
  profiles: readonly ColumnProfile[],
  columns: Columns,
): readonly number[] {
  const named = columnsNamed(header, 'price');
  const numbers = (of: ReturnType<typeof priceMeaning>) =>
    named.filter(
      (column) => priceMeaning(header[column]!) === of && isMostlyNumbers(profiles[column]!),
    );
  const [unitPrices, lineTotals] = [numbers('one'), numbers('line')];
  if (unitPrices.length > 0 && lineTotals.length > 0) {
    return columns.quantity === undefined ? lineTotals : unitPrices;
  }
  return unitPrices.length > 0 ? unitPrices : named;
}

/**
 * Decides by the price column's name, and by whether another column with a total always equals it.
 */
export function detectPriceIs(
  header: readonly string[],
  columns: Columns,
  records: readonly (readonly string[])[],
): PriceIs {
  const { price, quantity } = columns;
  if (price === undefined) return 'unit price';
  if (priceMeaning(header[price]!) !== 'one') return 'line total';
  if (quantity === undefined) return 'unit price';
  const totals = columnsNamed(header, 'price').filter(
    (column) => column !== price && priceMeaning(header[column]!) !== 'one',
  );
  const multiples = records.filter(
    (fields) => !/^[+-]?1?(?:[.,]0*)?$/.test(fields[quantity] ?? ''),
  );
  const isTotal = totals.some((column) =>
    multiples.every((fields) => (fields[column] ?? '').trim() === (fields[price] ?? '').trim()),
  );
  return multiples.length > 0 && isTotal ? 'line total' : 'unit price';
}

/**
 * Returns true if the mapping has a dish or a customer, and a price if any column looks like
 * amounts. The price and quantity columns must contain numbers.
 */
function isComplete(columns: Columns, profiles: readonly ColumnProfile[]): boolean {
  if (columns.dish === undefined && columns.customer === undefined) return false;
  if (columns.price === undefined) {
    const taken = new Set(Object.values(columns));
    return !profiles.some((profile, column) => !taken.has(column) && isMostlyAmounts(profile));
  }
  return [columns.price, columns.quantity].every((column) => {
    const profile = column === undefined ? null : profiles[column]!;
    return !profile || profile.filled < MIN_VALUES_TO_DOUBT || isMostlyNumbers(profile);
  });
}

/**
 * Returns false if the price can be an order total that is repeated on each line. Also returns
 * false if a column with an unknown name can be the quantity.
 */
function isUnambiguous(
  header: readonly string[],
  { dish, price, quantity }: Columns,
  profiles: readonly ColumnProfile[],
): boolean {
  if (price === undefined) return true;
  const meaning = priceMeaning(header[price]!);
  if (meaning === 'line or order') return dish === undefined;
  if (meaning === 'line' || quantity !== undefined) return true;
  return !columnsLike(header, 'quantity').some((column) => isMostlyNumbers(profiles[column]!));
}

function isSparse(columns: Columns, profiles: readonly ColumnProfile[], records: number): boolean {
  if (records < MIN_RECORDS_TO_BE_EMPTY) return false;
  return (['restaurant', 'dish', 'customer'] as const).some((role) => {
    const column = columns[role];
    return column !== undefined && profiles[column]!.filled < USUAL_FILLED_SHARE * records;
  });
}

/**
 * Proposes columns for the missing roles, which the user can correct: first by words in column
 * names, then by values.
 */
function propose(
  columns: Partial<Record<Role, number>>,
  assign: AssignRole,
  header: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const missingRoles = () => MAIN_ROLES.filter((role) => columns[role] === undefined);
  const isNumeric = (role: Role) => role === 'price' || role === 'quantity';
  for (const role of ROLES.filter((each) => columns[each] === undefined)) {
    const like = columnsLike(header, role);
    assign(
      role,
      like.filter((column) => isNumeric(role) === isMostlyNumbers(profiles[column]!)),
    );
  }
  const all = profiles.map((_, column) => column);
  if (columns.price === undefined) {
    const amounts = all.filter((column) => isMostlyAmounts(profiles[column]!));
    const numbers = all.filter((column) => isMostlyNumbers(profiles[column]!));
    assign('price', amounts.length > 0 ? amounts : numbers);
  }
  const texts = all.filter((column) => {
    const { filled, times } = profiles[column]!;
    return filled > 0 && times * 2 < filled && !isMostlyNumbers(profiles[column]!);
  });
  // A file usually has fewer restaurants than dishes, and fewer dishes than customers.
  const byDistinct = sortedBy(texts, (column) => -profiles[column]!.distinct);
  if (columns.dish !== undefined || columns.customer !== undefined) return;
  for (const role of byDistinct.length > 1 ? missingRoles() : (['dish'] as const)) {
    const free = byDistinct.filter((column) => !Object.values(columns).includes(column));
    // A dish or customer column has more than one value.
    const varied = free.filter((column) => profiles[column]!.distinct > 1);
    assign(role, (role === 'restaurant' || varied.length === 0 ? free : varied).slice(0, 1));
  }
}

/**
 * Scores how well a column's values suit the role; higher is better. Columns with equal scores keep
 * the order of the aliases.
 */
function fitness(role: Role, profile: ColumnProfile): number {
  const varies = profile.distinct > 1 ? 1 : 0;
  const isNumeric = isMostlyNumbers(profile);
  if (role === 'price' || role === 'quantity') return isNumeric ? 2 : 0;
  // A file from one branch has one restaurant value, so variety is no criterion.
  return (role === 'restaurant' ? 0 : 2 * varies) + (isNumeric ? 0 : 1);
}

function isMostlyNumbers({ filled, numbers }: ColumnProfile): boolean {
  return filled > 0 && numbers * 2 >= filled;
}

function isMostlyAmounts({ filled, amounts }: ColumnProfile): boolean {
  return filled > 0 && amounts * 2 >= filled;
}

function sortedBy(columns: readonly number[], value: (column: number) => number): number[] {
  return [...columns].sort((a, b) => value(b) - value(a));
}
