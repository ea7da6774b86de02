/** Whether prices are written `4.50` or `4,50`: the reading that makes more of them numbers. */
import { isNumber, plainNumber, type DecimalMark } from './numbers';

export interface DecimalMarkFound {
  readonly mark: DecimalMark;
  /** False where both readings fit equally and do not say the same, as with `1.500`. */
  readonly isSure: boolean;
}

/** Judged by the column's first values; the point where both readings fit equally. */
export function detectDecimalMark(prices: readonly string[]): DecimalMarkFound {
  const fits = { '.': 0, ',': 0 };
  for (const price of prices) {
    for (const mark of ['.', ','] as const) if (isNumber(price, mark)) fits[mark] += 1;
  }
  const isTie = fits[','] === fits['.'];
  const isEitherMarked = prices.some(
    (price) => /[.,]/.test(plainNumber(price)) && isNumber(price, '.') && isNumber(price, ','),
  );
  return { mark: fits[','] > fits['.'] ? ',' : '.', isSure: !isTie || !isEitherMarked };
}
