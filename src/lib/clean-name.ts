/**
 * Cleans a name like the models in `sql/staging` do: removes control characters, normalises to NFC,
 * collapses white space and trims.
 */
export function cleanName(raw: string): string {
  return raw
    .replace(/\p{Cc}/gu, (control) => (/\p{White_Space}/u.test(control) ? control : ''))
    .normalize('NFC')
    .replace(/[\p{White_Space}\uFEFF\u200B]+/gu, ' ')
    .trim();
}
