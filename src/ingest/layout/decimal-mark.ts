/** Whether prices are written `4.50` or `4,50`: the reading that makes more of them numbers. */
import { isNumber, plainNumber, type DecimalMark } from './numbers';

export interface DecimalMarkFound {
  readonly mark: DecimalMark;
  /** False where both readings fit equally and do not say the same, as with `1.500`. */
  readonly isSure: boolean;
}

const COMMA = 0x2c;

/**
 * Judged by the first prices, or by the quantities where those have no mark; the point where both
 * readings fit equally. `delimiter`: where it is a comma, one in a number groups its digits.
 */
export function detectDecimalMark(
  prices: readonly string[],
  quantities: readonly string[] = [],
  delimiter?: number,
): DecimalMarkFound {
  const isMarked = (value: string) => /[.,]/.test(plainNumber(value));
  if (!prices.some(isMarked) && quantities.some(isMarked)) return markOfQuantities(quantities);
  const fits = { '.': 0, ',': 0 };
  for (const price of prices) {
    for (const mark of ['.', ','] as const) if (isNumber(price, mark)) fits[mark] += 1;
  }
  if (fits[','] !== fits['.']) return { mark: fits[','] > fits['.'] ? ',' : '.', isSure: true };
  const either = prices.filter(
    (price) => isMarked(price) && isNumber(price, '.') && isNumber(price, ','),
  );
  const isGrouped = delimiter === COMMA && either.every((price) => !price.includes('.'));
  return { mark: '.', isSure: either.length === 0 || isGrouped };
}

/** Whole numbers as a scale writes them, `1,000` for one: what looks like a thousand is asked about. */
function markOfQuantities(quantities: readonly string[]): DecimalMarkFound {
  const { mark, isSure } = detectDecimalMark(quantities);
  if (isSure) return { mark, isSure };
  const isOfScale = (of: DecimalMark) =>
    quantities.every((value) => {
      const plain = plainNumber(value);
      return !/[.,]/.test(plain) || plain.endsWith(`${of}000`);
    });
  return { mark: isOfScale(',') ? ',' : '.', isSure: false };
}
