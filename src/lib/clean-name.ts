/**
 * A name as the models of `sql/staging` clean it, for what never went through them: control
 * characters go, it is in NFC, each run of white space becomes one space, and the ends are trimmed.
 */
export function cleanName(raw: string): string {
  return raw
    .replace(/\p{Cc}/gu, (control) => (/\p{White_Space}/u.test(control) ? control : ''))
    .normalize('NFC')
    .replace(/[\p{White_Space}\uFEFF\u200B]+/gu, ' ')
    .trim();
}
