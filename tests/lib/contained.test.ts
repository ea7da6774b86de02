import { describe, expect, test } from 'vitest';
import { isolated, shortened } from '../../src/lib/contained';
import { clip, formatCell } from '../../src/i18n/format';
import { compareNames, indexOfName } from '../../src/lib/name-order';

const [RLO, PDF, FSI, PDI] = ['\u202e', '\u202c', '\u2068', '\u2069'];

describe('a name within a sentence', () => {
  test('is unchanged if it has one direction', () => {
    for (const name of ['soup', 'Café Ärger', '八番ラーメン', '👩‍👩‍👧', '<img src=x>', '']) {
      expect(clip(name)).toBe(name);
    }
  });

  test('is isolated and balanced if it changes the direction', () => {
    expect(clip(`${RLO}cod`)).toBe(`${FSI}${RLO}cod${PDF}${PDI}`);
    expect(clip('שלום')).toBe(`${FSI}שלום${PDI}`);
    expect(formatCell(`${RLO}cod`)).toBe(`${RLO}cod${PDF}`);
    expect(formatCell('שלום')).toBe('שלום');
  });

  test('cannot close the isolate around it', () => {
    expect(clip(`${PDI}${PDF}${RLO}x`)).toBe(`${FSI}${RLO}x${PDF}${PDI}`);
    expect(isolated(shortened(`${FSI}a${PDF}b`, 9))).toBe(`${FSI}${FSI}ab${PDI}${PDI}`);
  });

  test('is cut at whole characters, with few marks on each', () => {
    expect(shortened('ab👩', 3)).toBe('ab…');
    expect(shortened('👩👩', 4)).toBe('👩👩');
    expect(shortened(`Z${'\u0300'.repeat(99)}`, 200)).toBe(`Z${'\u0300'.repeat(8)}`);
    expect(clip(RLO.repeat(1_000_000)).length).toBeLessThan(500);
  });
});

describe('the order of names', () => {
  const NAMES = ['', '__proto__', 'a', 'a b', 'b', 'é', '\ue000', '\uffff', '👩', '👩a'];

  test('is by code point', () => {
    const order = (name: string) => Buffer.from(name);
    for (const a of NAMES) {
      for (const b of NAMES) {
        const expected = Buffer.compare(order(a), order(b));
        expect(Math.sign(compareNames(a, b))).toBe(expected);
      }
    }
  });

  test('finds each name, the first of equal names, and -1 for a missing one', () => {
    const rows = NAMES.map((name) => ({ name }));
    NAMES.forEach((name, place) => expect(indexOfName(rows, 'name', name)).toBe(place));
    expect(indexOfName(rows, 'name', 'constructor')).toBe(-1);
    expect(indexOfName([], 'name', 'a')).toBe(-1);
    expect(indexOfName([{ name: null }, { name: 'a' }, { name: 'a' }], 'name', 'a', 1)).toBe(1);
  });
});
