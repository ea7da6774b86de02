import { afterEach, describe, expect, test, vi } from 'vitest';
import { wrap } from '../../../src/ui/charts/lines';

/** Measures a letter as one pixel and a full-width letter as two pixels. */
const context = {
  measureText: (text: string) =>
    ({
      width: Array.from(text).reduce((sum, letter) => sum + (letter > '\u2fff' ? 2 : 1), 0),
    }) as TextMetrics,
};
const lines = (text: string, width: number) => wrap(context, text, width);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a title in lines', () => {
  test('breaks at spaces', () => {
    expect(lines('Revenue by restaurant', 100)).toEqual(['Revenue by restaurant']);
    expect(lines('Revenue by restaurant', 10)).toEqual(['Revenue by', 'restaurant']);
    expect(lines('well-known it’s', 10)).toEqual(['well-known', 'it’s']);
  });

  test('shortens a word that is wider than the line', () => {
    expect(lines('a restaurant', 6)).toEqual(['a', 'resta…']);
    expect(lines('', 6)).toEqual([]);
  });

  test.each([
    ['between words', true],
    ['between letters without Intl.Segmenter', false],
  ])('in Japanese breaks %s, and no line begins with punctuation', (_, hasWords) => {
    if (!hasWords) {
      const known = Object.getOwnPropertyNames(Intl).filter((name) => name !== 'Segmenter');
      const others = Object.fromEntries(
        known.map((name) => [name, Intl[name as keyof typeof Intl]]),
      );
      vi.stubGlobal('Intl', others);
    }
    const text = 'レストラン「Café Luna」の料理：注文数と平均価格、売上。';
    for (let width = 12; width < 60; width += 1) {
      const found = lines(text, width);
      expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(found.length, String(width)).toBeGreaterThanOrEqual(width < 55 ? 2 : 1);
      for (const line of found) {
        expect(context.measureText(line).width).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^[、。：」]|「$/);
        expect(line).not.toMatch(/Caf$|^una/);
      }
    }
  });
});
