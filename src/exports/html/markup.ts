/** Builds HTML that shows values from a file as text and never as markup. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export class Markup {
  readonly text: string;

  /** Must only be called with constants of this project. Everything else must go through `html`. */
  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly (string | Markup)[];

/**
 * A template tag that escapes values for use in text and quoted attributes. Values of type `Markup`
 * are not escaped.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    parts.map((part, index) => (index === 0 ? part : textOf(values[index - 1]!) + part)).join(''),
  );
}

function textOf(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.map(textOf).join('');
  return value.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
