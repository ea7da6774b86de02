import { expect, test } from 'vitest';
import { compareNumberTexts } from '../../../../src/ui/blocks/table/number-texts';

function sorted(values: readonly (string | null)[]): (string | null)[] {
  const compare = compareNumberTexts(values);
  return values
    .map((_, index) => index)
    .sort(compare)
    .map((index) => values[index]!);
}

test('sorts numbers as the engine writes them by value', () => {
  expect(sorted(['10', '9', '-1', '100'])).toEqual(['-1', '9', '10', '100']);
  expect(sorted(['1.5', '1e-07', '-2.0', '1e+21'])).toEqual(['-2.0', '1e-07', '1.5', '1e+21']);
});

test('sorts decimals that are equal as floats', () => {
  const least = '123456789012345678.91';
  const greater = '123456789012345678.92';
  expect(sorted([greater, least])).toEqual([least, greater]);
  expect(sorted([`-${least}`, `-${greater}`])).toEqual([`-${greater}`, `-${least}`]);
});

test('sorts infinities to the ends, then NaN, then null', () => {
  expect(sorted([null, 'nan', 'inf', '0', '-inf'])).toEqual(['-inf', '0', 'inf', 'nan', null]);
  expect(sorted(['nan', null, 'nan'])).toEqual(['nan', 'nan', null]);
});
