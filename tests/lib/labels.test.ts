import { describe, expect, test } from 'vitest';
import { overlap, placeLabels, type Labelled } from '../../src/lib/labels';
import { niceTicks, powerTicks } from '../../src/lib/ticks';

const AREA = { left: 0, top: 0, right: 300, bottom: 200 };
const SIZE = { height: 16, radius: 4 };

describe('labels', () => {
  test('are placed to the right, or else to the left, above or below', () => {
    const at = (x: number, y: number) =>
      placeLabels([{ x, y, width: 50 }], AREA, [], SIZE).map(({ box }) =>
        box.left > x ? 'right' : box.right < x ? 'left' : box.bottom < y ? 'above' : 'below',
      );
    expect(at(100, 100)).toEqual(['right']);
    expect(at(290, 100)).toEqual(['left']);
    const narrow = { ...AREA, right: 60 };
    expect(
      placeLabels([{ x: 30, y: 100, width: 50 }], narrow, [], SIZE)[0]?.box.bottom,
    ).toBeLessThan(96);
    expect(
      placeLabels([{ x: 30, y: 10, width: 50 }], narrow, [], SIZE)[0]?.box.top,
    ).toBeGreaterThan(14);
  });

  test('never overlap each other, points or occupied space, and stay inside', () => {
    const random = (seed: number) => (Math.sin(seed * 9973) + 1) / 2;
    const points = Array.from({ length: 200 }, (_, index): Labelled => ({
      x: random(index) * 300,
      y: random(index + 0.5) * 200,
      width: 10 + random(index + 0.25) * 60,
    }));
    const taken = [{ left: 140, top: 0, right: 150, bottom: 200 }];
    const placed = placeLabels(points, AREA, taken, SIZE).map(({ box }) => box);
    expect(placed.length).toBeGreaterThan(3);
    expect(placed.length).toBeLessThan(200);
    placed.forEach((box, index) => {
      const others = [
        ...taken,
        ...placed.slice(0, index),
        ...points.map(({ x, y }) => ({ left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 })),
      ];
      expect(others.filter((other) => overlap(box, other))).toEqual([]);
      expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(true);
    });
  });

  test('are placed in the order of the points', () => {
    const here = { x: 100, y: 100, width: 180 };
    const placed = placeLabels([here, { ...here, y: 112 }], AREA, [], SIZE);
    expect(placed[0]).toMatchObject({ index: 0 });
  });
});

describe('ticks', () => {
  test.each([
    [1.04, 8.9, [2, 4, 6, 8]],
    [0, 0.03, [0, 0.01, 0.02, 0.03]],
    [9.5, 10.5, [9.6, 9.8, 10, 10.2, 10.4]],
  ])('are round for amounts from %d to %d', (min, max, expected) => {
    const rounded = niceTicks(min, max).map((tick) => Math.round(tick * 100) / 100);
    expect(rounded).toEqual(expected);
  });

  test.each([
    [795, 6100, 1.1, [800, 1000, 1500, 2000, 3000, 4000, 5000, 6000]],
    [795, 6100, 1.3, [1000, 1500, 2000, 3000, 5000]],
    [795, 6100, 2, [1000, 2000, 5000]],
    [0.8, 12, 1.6, [1, 2, 5, 10]],
    [0.9, 12_000_000, 11, [1, 100, 10_000, 1_000_000]],
    [2.1, 2.9, 1.1, []],
  ])(
    'are round integers for orders from %d to %d with a ratio of %d',
    (min, max, ratio, expected) => {
      expect(powerTicks(min, max, ratio)).toEqual(expected);
    },
  );
});
