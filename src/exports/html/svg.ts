import { clip } from '../../i18n/format';
import { html, type Markup } from './markup';

/** The width of a drawing, which is narrow enough to be readable on a phone. */
export const WIDTH = 480;
/** The size of all text in a drawing, in the units of the drawing. */
export const FONT_SIZE = 14;

/** Matches characters that are as wide as they are high. */
const WIDE =
  /[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|\p{Extended_Pictographic}/u;

/** Estimates the width of a text, because text cannot be measured without the page. */
export function widthOf(text: string): number {
  return (
    Array.from(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : 0.53), 0) * FONT_SIZE
  );
}

export function shorten(text: string, width: number): string {
  const whole = clip(text);
  if (widthOf(whole) <= width) return whole;
  let [shown, left] = ['', width - widthOf('…')];
  for (const letter of whole) {
    left -= widthOf(letter);
    if (left < 0) break;
    shown += letter;
  }
  return `${shown.trimEnd()}…`;
}

export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function textAt(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  look = '',
): Markup {
  return html`<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" class="${look}"
    >${text}</text
  >`;
}

export function drawing(title: string, height: number, content: readonly Markup[]): Markup {
  return html`<svg viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-label="${title}">
    ${content}
  </svg>`;
}
