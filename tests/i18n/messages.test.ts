import { describe, expect, test } from 'vitest';
import { languageFor } from '../../src/i18n/messages';
import { en } from '../../src/i18n/messages/en';
import { ja } from '../../src/i18n/messages/ja';
import { sentencesOf, textsOf, wordCount } from '../support/catalogue';

type Entry = readonly [path: string, value: unknown];

/** Each text and function of a catalogue with its path. */
function entriesOf(value: unknown, path: string): Entry[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => entriesOf(each, `${path}.${key}`));
}

const pathsOf = (catalogue: unknown, name: string) =>
  entriesOf(catalogue, '')
    .map(([path]) => `${name}${path}`.slice(name.length + 1))
    .sort();

/** Texts that are the same in both languages, which are names of formats and files, and signs. */
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
      // Japanese functions can take fewer values, because Japanese has no plural.
      expect(value.length, path).toBeLessThanOrEqual((english.get(path) as () => string).length);
    }
  });
});

const MOST_WORDS = 25;

/** Unclear phrases, and words for which the glossary has a better word. */
const BANNED: Readonly<Record<'en' | 'ja', readonly RegExp[]>> = {
  en: [
    /\b(whoever|whatever|nobody|anew|at hand|so many|goes without|of which)\b/i,
    /\b(is|are|was|were) (told|none)\b/i,
    /\bstands? (in for|by)\b/i,
    /\b(mend|swallow)(s|ed)?\b/i,
    // The texts say "order lines", not "records", and "choose", not "pick".
    /\b[Rr]ecords?\b(?! Count)/,
    /\bpick(s|ed)?\b/i,
    /\bguests?\b(?! names?)/i,
    /\b(fetch|fetching|fetched)\b(?!\))/i,
    /"\w/,
    / …$/,
  ],
  ja: [/レコード/, /ブラウザー/, /要求/, /検査/, /読み直/, /軒/, /～/, /選んで/],
};

describe.each(['en', 'ja'] as const)('the texts in %s', (language) => {
  test.each(BANNED[language].map((phrase) => [phrase]))('do not contain %s', (phrase) => {
    const found = textsOf(language).filter((text) => phrase.test(text));
    expect(found).toEqual([]);
  });
});

describe('English sentences', () => {
  test(`have at most ${String(MOST_WORDS)} words`, () => {
    const sentences = textsOf('en').flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((sentence) => wordCount(sentence) > MOST_WORDS)).toEqual([]);
  });

  test('are counted with each value as one word', () => {
    expect(sentencesOf('Line ◆ is empty. Drop it again, please.')).toHaveLength(2);
    expect(wordCount('Line ◆ of ◆ is empty: 4.50 – drop it.')).toBe(9);
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
