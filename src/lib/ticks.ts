const STEPS = [1, 2, 5, 10] as const;

/** Returns about five round numbers from `min` to `max`. */
export function niceTicks(min: number, max: number): number[] {
  const rough = (max - min) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  // The step is at least 0.01, because amounts are shown with two decimals.
  const step = Math.max(0.01, (STEPS.find((one) => one * power >= rough) ?? 10) * power);
  const first = Math.ceil(min / step);
  const last = Math.floor(max / step + 1e-9);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => (first + index) * step,
  );
}

/** The first digits of ticks, in order of preference. */
const DIGITS = [1, 5, 2, 3, 4, 1.5, 8, 6] as const;

/**
 * Returns round integers from `min` to `max`, which are both above zero. A tick is at least `ratio`
 * times the previous tick.
 */
export function powerTicks(min: number, max: number, ratio: number): number[] {
  const ticks: number[] = [];
  const powers = Array.from({ length: Math.floor(Math.log10(max)) + 1 }, (_, index) => 10 ** index);
  for (const digit of DIGITS) {
    for (const power of powers) {
      const tick = digit * power;
      const isFree = ticks.every((other) => Math.max(other / tick, tick / other) >= ratio);
      if (Number.isInteger(tick) && tick >= min && tick <= max && isFree) ticks.push(tick);
    }
  }
  return ticks.sort((a, b) => a - b);
}
