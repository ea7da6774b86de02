import { locale } from './locale';
import type { Language } from './messages';

export interface Name {
  readonly name: string;
}

/** A text with names from the file in it, which may run in another direction. */
export type Text = readonly (string | Name)[];

/** The words of a catalogue with what stands between them. */
export function text(words: TemplateStringsArray, ...between: (string | Name | Text)[]): Text {
  return words
    .flatMap((part, index): Text => {
      const value = between[index];
      if (value === undefined) return [part];
      return typeof value === 'string' || 'name' in value ? [part, value] : [part, ...value];
    })
    .filter((part) => part !== '');
}

/** In British English no comma stands before the last `and`. */
const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB'),
  ja: new Intl.ListFormat('ja'),
};

/** `a, b and c`, as the language has it. */
export function formatList(items: readonly string[]): string {
  return LISTS[locale().language].format(items);
}

/** The same of texts. */
export function listTexts(items: readonly Text[]): Text {
  // The list is made of the places of the texts, which no word between them looks like.
  const places = items.map((_, index) => String(index));
  return LISTS[locale().language]
    .formatToParts(places)
    .flatMap(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? []) : [value]));
}

/** With the same between each two of them, and `last` before the last. */
export function joinTexts(items: readonly Text[], between: string, last = between): Text {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? last : between, ...item];
  });
}
