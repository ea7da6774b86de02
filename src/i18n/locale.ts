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
 * The locale is global because every label depends on it. It is read through a function on each
 * use, so that a component that shows a label also tracks the reactive state behind the locale.
 */
let source = defaultLocale;

/** A function, because the catalogues import this file: `en` is not yet loaded at this point. */
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
