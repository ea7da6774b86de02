import { locale } from './locale';
import type { Language } from './messages';

export interface Name {
  readonly name: string;
}

/** A text that keeps names from the file separate, because a name can be written right to left. */
export type Text = readonly (string | Name)[];

/** Builds a `Text` from a tagged template. */
export function text(words: TemplateStringsArray, ...values: (string | Name | Text)[]): Text {
  return words
    .flatMap((part, index): Text => {
      const value = values[index];
      if (value === undefined) return [part];
      return typeof value === 'string' || 'name' in value ? [part, value] : [part, ...value];
    })
    .filter((part) => part !== '');
}

/** Uses British English, which has no comma before the last `and`. */
const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB'),
  ja: new Intl.ListFormat('ja'),
};

/** Formats a list as `a, b and c` in the language of the page. */
export function formatList(items: readonly string[]): string {
  return LISTS[locale().language].format(items);
}

/** Does the same as `formatList` for texts with names. */
export function listTexts(items: readonly Text[]): Text {
  // Intl only formats strings, so it formats the indexes, which are then replaced by the texts.
  const indexes = items.map((_, index) => String(index));
  return LISTS[locale().language]
    .formatToParts(indexes)
    .flatMap(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? []) : [value]));
}

/** Joins texts with `separator`, but uses `last` before the last text. */
export function joinTexts(items: readonly Text[], separator: string, last = separator): Text {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? last : separator, ...item];
  });
}
