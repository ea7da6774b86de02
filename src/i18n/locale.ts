import { en } from './messages/en';
import type { Language, Messages } from './messages';

/** The language and currency of the page. */
export interface Locale {
  readonly language: Language;
  readonly messages: Messages;
  /** The ISO 4217 code of the currency; null if none was chosen. */
  readonly currency: string | null;
}

/**
 * The locale is global because every label depends on it. It is a function, so that each component
 * that reads a label tracks the reactive state behind the locale.
 */
let source = defaultLocale;

/** This is a function because `en` is not loaded yet: the module of `en` imports this file. */
function defaultLocale(): Locale {
  return { language: 'en', messages: en, currency: null };
}

export function provideLocale(newSource: () => Locale): void {
  source = newSource;
}

export function locale(): Locale {
  return source();
}

export function messages(): Messages {
  return source().messages;
}
