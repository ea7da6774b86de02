/**
 * The texts of the page in each language. English defines the keys, and the compiler checks the
 * other languages.
 */
import type { en } from './en';

export type Messages = typeof en;

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The name of each language in that language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

/** Returns the first preferred language that has a catalogue, or English. */
export function languageFor(preferred: readonly string[]): Language {
  const found = preferred
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return (found as Language | undefined) ?? 'en';
}
