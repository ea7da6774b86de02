import { isNumber, plainNumber, type DecimalMark } from './numbers';

export interface DecimalMarkFound {
  readonly mark: DecimalMark;
  /** False if both marks fit equally but give different values, as with `1.500`. */
  readonly isSure: boolean;
}

const COMMA = 0x2c;

/**
 * Detects the decimal mark from the first prices, or from quantities if no price has a mark. The
 * default is the point. If `delimiter` is a comma, a comma in a number is a thousands separator.
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
  const ambiguous = prices.filter(
    (price) => isMarked(price) && isNumber(price, '.') && isNumber(price, ','),
  );
  const isGrouped = delimiter === COMMA && ambiguous.every((price) => !price.includes('.'));
  return { mark: '.', isSure: ambiguous.length === 0 || isGrouped };
}

/**
 * Detects the decimal mark from quantities. Scales write the number one as `1,000`, which also
 * looks like a thousand, so the user is asked.
 */
function markOfQuantities(quantities: readonly string[]): DecimalMarkFound {
  const { mark, isSure } = detectDecimalMark(quantities);
  if (isSure) return { mark, isSure };
  const isScaleFormat = (markToTest: DecimalMark) =>
    quantities.every((value) => {
      const plain = plainNumber(value);
      return !/[.,]/.test(plain) || plain.endsWith(`${markToTest}000`);
    });
  return { mark: isScaleFormat(',') ? ',' : '.', isSure: false };
}
