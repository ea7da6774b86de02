/** Amounts of money are kept as bigints in hundredths, so that no sum uses floats. */

const DECIMAL = /^(-?)(\d+)\.(\d\d)$/;

/** Parses the engine's `1234.50` to 123450n. Throws a TypeError for any other format. */
export function parseMoney(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (!match) throw new TypeError(`not an amount with two decimals: ${text}`);
  const hundredths = BigInt(`${match[2]}${match[3]}`);
  return match[1] ? -hundredths : hundredths;
}

/** Formats 123450n as `1234.50`, as in every exported file. */
export function moneyToDecimal(hundredths: bigint): string {
  const sign = hundredths < 0n ? '-' : '';
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Returns the average in hundredths, rounded half away from zero, or null if there are no items.
 */
export function averageMoney(total: bigint, items: number): bigint | null {
  if (items <= 0) return null;
  const divisor = BigInt(items);
  const magnitude = ((total < 0n ? -total : total) * 2n + divisor) / (2n * divisor);
  return total < 0n ? -magnitude : magnitude;
}
