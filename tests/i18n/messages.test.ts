import { describe, expect, test } from 'vitest';
import { languageFor } from '../../src/i18n/messages';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';

type Entry = readonly [path: string, value: unknown];

/** Each string and function of a catalogue with the way to it. */
function entriesOf(value: unknown, path: string): Entry[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => entriesOf(each, `${path}.${key}`));
}

const pathsOf = (catalogue: unknown, name: string) =>
  entriesOf(catalogue, '')
    .map(([path]) => `${name}${path}`.slice(name.length + 1))
    .sort();

/** What reads the same in both languages: names of formats and of files, signs. */
const SAME = /^[\s\p{P}\p{S}\p{N}]*$|^(Dishboard|SQL|CSV|ZIP|PNG)$/u;

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect(pathsOf(ja, 'ja')).toEqual(pathsOf(en, 'en'));
  });

  test('say something in each, and Japanese in the Japanese one', () => {
    const english = new Map(entriesOf(en, ''));
    for (const [path, value] of entriesOf(ja, '')) {
      expect(typeof value, path).toBe(typeof english.get(path));
      if (typeof value !== 'string') continue;
      expect(value.trim(), path).not.toBe('');
      if (!SAME.test(value)) expect(value, path).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    }
  });

  test('take as many values in each', () => {
    const english = new Map(entriesOf(en, ''));
    for (const [path, value] of entriesOf(ja, '')) {
      if (typeof value !== 'function') continue;
      // Fewer where a language has no plural.
      expect(value.length, path).toBeLessThanOrEqual((english.get(path) as () => string).length);
    }
  });
});

test.each([
  [['ja-JP', 'en'], 'ja'],
  [['en-GB', 'ja'], 'en'],
  [['fr', 'ja'], 'ja'],
  [['fr'], 'en'],
  [[], 'en'],
])('a browser of %j is spoken to in %s', (preferred, language) => {
  expect(languageFor(preferred)).toBe(language);
});
