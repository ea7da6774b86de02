/** Formats binary numbers as plain decimal text, because a price with an exponent is rejected. */

/**
 * Formats a double as the shortest text that parses to it. `NaN` and infinities keep their names.
 */
export function plainDouble(value: number): string {
  return withoutExponent(String(value));
}

/** Formats a 32-bit float like `plainDouble` does for doubles: `4.35`, not `4.349999904632568`. */
export function plainFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return plainDouble(Number(text));
  }
  return plainDouble(value);
}

export function plainDecimal(unscaled: bigint, scale: number): string {
  const isNegative = unscaled < 0n;
  const digits = (isNegative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return isNegative ? `-${text}` : text;
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponent = ''] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
