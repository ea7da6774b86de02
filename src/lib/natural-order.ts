/**
 * Compares names naturally: `2.csv` comes before `10.csv`. Other characters are compared by code
 * point, so that all browsers agree.
 */
export function compareNaturally(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareParts(left[at]!, right[at]!);
    if (order !== 0) return order;
  }
  // The numbers `1` and `01` are equal, so the length of the text decides.
  return left.length - right.length || a.length - b.length;
}

function partsOf(name: string): string[] {
  return name.match(/\d+|\D/gu) ?? [];
}

function compareParts(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return a.codePointAt(0)! - b.codePointAt(0)!;
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
