/** Names as a person counts: `2.csv` before `10.csv`, all else by code point, so that every browser agrees. */
export function compareNaturally(a: string, b: string): number {
  const ours = partsOf(a);
  const theirs = partsOf(b);
  for (let at = 0; at < Math.min(ours.length, theirs.length); at += 1) {
    const order = compareParts(ours[at]!, theirs[at]!);
    if (order !== 0) return order;
  }
  // `1` and `01` count alike; some order they must have.
  return ours.length - theirs.length || a.length - b.length;
}

/** Runs of digits, and the code points between them. */
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
