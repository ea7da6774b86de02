/** The texts of the page in each language. English defines the keys; the compiler checks the others. */
import type { en } from './en';

export type Messages = typeof en;

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

/** The first preferred language that has a catalogue; English by default. */
export function languageFor(preferred: readonly string[]): Language {
  const found = preferred
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => LANGUAGES.some((language) => language === tag));
  return (found as Language | undefined) ?? 'en';
}
