/**
 * All that the page says, in each language that it speaks. English is the catalogue that the others
 * must match, key by key: the compiler asks for what is missing.
 */
import type { en } from './en';

export type Messages = typeof en;

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, so that whoever looks for it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

/** The first of the browser's languages that the page speaks. */
export function languageFor(preferred: readonly string[]): Language {
  const found = preferred
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return (found as Language | undefined) ?? 'en';
}
