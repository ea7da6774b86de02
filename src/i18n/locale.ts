import { en } from './messages/en';
import type { Language, Messages } from './messages';

/** How the page speaks and writes figures. */
export interface Locale {
  readonly language: Language;
  readonly messages: Messages;
  /** ISO 4217: what prices are in; null where nobody has said so. */
  readonly currency: string | null;
}

/**
 * The one thing that is known everywhere without being handed on: every label depends on it, and it
 * changes while the page is open. It is asked for anew each time, so that whoever draws by it is
 * told of a change by what it comes from.
 */
let source = plain;

/** Not made before it is asked for: the catalogues write figures, and so need this file themselves. */
function plain(): Locale {
  return { language: 'en', messages: en, currency: null };
}

export function provideLocale(from: () => Locale): void {
  source = from;
}

export function locale(): Locale {
  return source();
}

export function messages(): Messages {
  return source().messages;
}
