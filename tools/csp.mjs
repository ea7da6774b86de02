// @ts-check
/** The policies and headers of the site, in one place: for the built page and for servers that can send headers. */

/**
 * From the site's own origin and nowhere else; nothing inline, nothing evaluated but WebAssembly. Once
 * all is there, the page adds a second policy that leaves not even its origin (src/lock/seal.ts).
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html dishboard-workers dishboard-offline',
].join('; ');

/** What a `<meta>` cannot say. */
const SERVER_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;

/** What the page has no use for. */
const NOT_USED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** With every answer of a server. */
export const SECURITY_HEADERS = new Map([
  ['Content-Security-Policy', SERVER_POLICY],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', NOT_USED.map((feature) => `${feature}=()`).join(', ')],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
]);
