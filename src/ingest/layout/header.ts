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

/** A header with all of these roles certainly belongs to an order export. */
export const MAIN_ROLES: readonly Role[] = ['restaurant', 'dish', 'customer', 'price'];

const NAMES: PerRole<readonly string[]> = perRole((role) =>
  role === 'price'
    ? [...ALIASES.price, ...LINE_TOTAL_ALIASES, ...ORDER_TOTAL_ALIASES]
    : ALIASES[role],
);

/**
 * Returns the columns whose name is an alias of the role. The most specific alias comes first;
 * equal aliases are ordered from the left.
 */
export function columnsNamed(header: readonly string[], role: Role): number[] {
  return columnsOfVariants(header.map(variantsOf), role);
}

/**
 * Finds the column of each role by name alone. The most specific alias wins, then the leftmost
 * column.
 */
export function matchColumns(header: readonly string[]): Columns {
  const variants = header.map(variantsOf);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const [column] = columnsOfVariants(variants, role);
    if (column !== undefined) columns[role] = column;
  }
  return columns;
}

/**
 * Returns the columns whose name contains an alias of the role among its words. Such a match is
 * only good enough for a proposal to the user.
 */
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

export function priceMeaning(name: string): 'one' | 'line' | 'line or order' {
  const variants = variantsOf(name);
  const isAmong = (names: readonly string[]) => variants.some((variant) => names.includes(variant));
  if (isAmong(ALIASES.price)) return 'one';
  if (isAmong(LINE_TOTAL_ALIASES)) return 'line';
  return isAmong(ORDER_TOTAL_ALIASES) ? 'line or order' : 'one';
}

export function costCertainty(name: string): 'surely' | 'perhaps' | 'not' {
  const variants = variantsOf(name);
  if (variants.some((variant) => COST_ALIASES.includes(variant))) return 'surely';
  return variants.some((variant) => COST_OR_PRICE_ALIASES.includes(variant)) ? 'perhaps' : 'not';
}

export function looksLikeBankStatement(header: readonly string[]): boolean {
  // Bank statements have no restaurant, customer or quantity.
  const { restaurant, customer, quantity } = matchColumns(header);
  if (restaurant !== undefined || customer !== undefined || quantity !== undefined) return false;
  const names = header.map(normalise);
  const bankNames = names.filter((name) => BANK_ALIASES.includes(name)).length;
  const isStatement =
    names.some((name) => /^(date|datum|fecha|data|日付)/.test(name)) &&
    names.some((name) => /^(description|details|narrative|memo|payee|beschreibung)/.test(name)) &&
    names.some((name) => /^(amount|betrag|montant|importe|importo|金額)/.test(name));
  return bankNames >= 2 || isStatement;
}

function columnsOfVariants(variants: readonly (readonly string[])[], role: Role): number[] {
  const found: number[] = [];
  for (const name of NAMES[role]) {
    variants.forEach((columnVariants, column) => {
      if (columnVariants.includes(name) && !found.includes(column)) found.push(column);
    });
  }
  return found;
}

/**
 * Returns the spellings of a name to look up: the name itself, the name without text in brackets,
 * and the name without a trailing currency.
 */
function variantsOf(name: string): string[] {
  const withoutBrackets = name.replace(/[([（［].*?[)\]）］]/g, ' ');
  const withoutCurrency = withoutBrackets.replace(
    /\b(?:in\s+)?(?:EUR|USD|GBP|JPY|CHF|euros?|dollars?)\s*$/i,
    '',
  );
  return [...new Set([name, withoutBrackets, withoutCurrency].map(normalise))].filter(Boolean);
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
