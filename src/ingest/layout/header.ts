/** Which columns a header's names could stand for. */
import { perRole, ROLES, type PerRole, type Role } from '../../domain/roles';
import {
  ALIASES,
  BANK_ALIASES,
  COST_ALIASES,
  COST_OR_PRICE_ALIASES,
  LINE_TOTAL_ALIASES,
  normalise,
  ORDER_TOTAL_ALIASES,
} from './aliases';
import type { Columns } from './layout';

/** The canonical four: a header with all of them is surely one. */
export const MAIN_ROLES: readonly Role[] = ['restaurant', 'dish', 'customer', 'price'];

const NAMES: PerRole<readonly string[]> = perRole((role) =>
  role === 'price'
    ? [...ALIASES.price, ...LINE_TOTAL_ALIASES, ...ORDER_TOTAL_ALIASES]
    : ALIASES[role],
);

/** The columns that a role's names are over, the surest name first, then from the left. */
export function columnsNamed(header: readonly string[], role: Role): number[] {
  return columnsUnder(header.map(variantsOf), role);
}

/** The column of each role by names alone; where several fit, the surest name wins, then the leftmost. */
export function matchColumns(header: readonly string[]): Columns {
  const variants = header.map(variantsOf);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const [column] = columnsUnder(variants, role);
    if (column !== undefined) columns[role] = column;
  }
  return columns;
}

/** The columns with a role's name among the words of theirs: likely enough to be proposed, not to be taken. */
export function columnsLike(header: readonly string[], role: Role): number[] {
  const names = new Set(NAMES[role]);
  return columnIndexes(header).filter((column) => {
    const words = wordsOf(header[column]!);
    return (
      words.some((word, index) => names.has(word) || names.has(word + (words[index + 1] ?? ''))) ||
      NAMES[role].some((name) => !/^[a-z]/.test(name) && normalise(header[column]!).includes(name))
    );
  });
}

/** What a price of that name is the price of. */
export function priceOf(name: string): 'one' | 'line' | 'line or order' {
  const variants = variantsOf(name);
  const isAmong = (names: readonly string[]) => variants.some((variant) => names.includes(variant));
  if (isAmong(ALIASES.price)) return 'one';
  if (isAmong(LINE_TOTAL_ALIASES)) return 'line';
  return isAmong(ORDER_TOTAL_ALIASES) ? 'line or order' : 'one';
}

/** Whether a name says that it is of costs: surely, perhaps, or not. */
export function saysCost(name: string): 'surely' | 'perhaps' | 'not' {
  const variants = variantsOf(name);
  if (variants.some((variant) => COST_ALIASES.includes(variant))) return 'surely';
  return variants.some((variant) => COST_OR_PRICE_ALIASES.includes(variant)) ? 'perhaps' : 'not';
}

export function looksLikeBankStatement(header: readonly string[]): boolean {
  // What was sold how often, to whom or where: no bank says that.
  const { restaurant, customer, quantity } = matchColumns(header);
  if (restaurant !== undefined || customer !== undefined || quantity !== undefined) return false;
  const names = header.map(normalise);
  const known = names.filter((name) => BANK_ALIASES.includes(name)).length;
  const isStatement =
    names.some((name) => /^(date|datum|fecha|data|日付)/.test(name)) &&
    names.some((name) => /^(description|details|narrative|memo|payee|beschreibung)/.test(name)) &&
    names.some((name) => /^(amount|betrag|montant|importe|importo|金額)/.test(name));
  return known >= 2 || isStatement;
}

function columnsUnder(variants: readonly (readonly string[])[], role: Role): number[] {
  const found: number[] = [];
  for (const name of NAMES[role]) {
    variants.forEach((own, column) => {
      if (own.includes(name) && !found.includes(column)) found.push(column);
    });
  }
  return found;
}

/** A name as it is, without what is in brackets, and without a currency at its end. */
function variantsOf(name: string): string[] {
  const bare = name.replace(/[([（［].*?[)\]）］]/g, ' ');
  const withoutCurrency = bare.replace(
    /\b(?:in\s+)?(?:EUR|USD|GBP|JPY|CHF|euros?|dollars?)\s*$/i,
    '',
  );
  return [...new Set([name, bare, withoutCurrency].map(normalise))].filter(Boolean);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(normalise)
    .filter(Boolean);
}

function columnIndexes(header: readonly string[]): number[] {
  return header.map((_, column) => column);
}
