import type { Cell } from '../../../lib/kinds';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Returns a function that compares two values by index. The values are numbers of one column, as
 * DuckDB writes them, or null.
 */
export function compareNumberTexts(values: readonly Cell[]): (a: number, b: number) => number {
  const numbers = Float64Array.from(values, numberOf);
  return (a, b) => {
    const [left, right] = [numbers[a]!, numbers[b]!];
    if (left < right) return -1;
    if (left > right) return 1;
    const [text, other] = [values[a] ?? null, values[b] ?? null];
    if (text === null || other === null) return Number(text === null) - Number(other === null);
    // NaN sorts after all numbers, as in DuckDB.
    if (left !== right) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return compareExactly(String(text), String(other));
  };
}

function numberOf(value: Cell): number {
  if (value === null) return NaN;
  if (value === 'inf') return Infinity;
  return value === '-inf' ? -Infinity : Number(value);
}

/**
 * Compares decimals that are equal as floats. All decimals of one column have the same number of
 * decimal places.
 */
function compareExactly(a: string, b: string): number {
  if (a === b || !DECIMAL.test(a) || !DECIMAL.test(b)) return 0;
  const [left, right] = [BigInt(a.replace('.', '')), BigInt(b.replace('.', ''))];
  return left < right ? -1 : left > right ? 1 : 0;
}
