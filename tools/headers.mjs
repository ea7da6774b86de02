// @ts-check
/** `npm run headers`: writes the headers of tools/csp.mjs for nginx. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SECURITY_HEADERS } from './csp.mjs';

export const HEADERS_FILE = fileURLToPath(
  new URL('../deploy/security-headers.conf', import.meta.url),
);

/** @returns {string} the file's text */
export function nginxHeaders() {
  const lines = [...SECURITY_HEADERS].map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  return ['# Written by `npm run headers`, from tools/csp.mjs.', ...lines, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(HEADERS_FILE, nginxHeaders());
}
