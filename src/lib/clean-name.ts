/** Those that are no white space; as a text, for in a pattern they are more often a mistake than meant. */
const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F]+', 'g');

/**
 * A name as the models of `sql/staging` clean it, for what never went through them: control
 * characters go, it is in NFC, each run of white space becomes one space, and the ends are trimmed.
 */
export function cleanName(raw: string): string {
  return raw
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(/[\p{White_Space}\uFEFF\u200B]+/gu, ' ')
    .trim();
}
