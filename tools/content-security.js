// @ts-check
/**
 * Vite plugin: adds the page's content security policy and a list of its lazily loaded chunks to the
 * built index.html. The development page has neither, so it is never locked (src/lock/).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE_POLICY } from './csp.mjs';

const CHARSET = '<meta charset="utf-8" />';
const ICON = 'href="./favicon.svg"';

/** @param {string} html @param {string} mark @param {string} replacement */
function replace(html, mark, replacement) {
  if (!html.includes(mark)) throw new Error(`index.html has no ${mark}`);
  return html.replace(mark, replacement);
}

/** @returns {import('vite').Plugin} */
export function contentSecurity() {
  let publicDir = '';
  return {
    name: 'dishboard:content-security',
    apply: 'build',
    config: () => ({
      build: {
        // Puts all styles in one file and loads chunks without `<link>` elements, because the lock
        // would block the request of an added `<link>`.
        cssCodeSplit: false,
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_, dependencies, { hostType }) =>
            hostType === 'html' ? dependencies : [],
        },
      },
    }),
    configResolved(config) {
      publicDir = config.publicDir;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const parts = Object.values(bundle)
          .filter((file) => file.type === 'chunk' && !file.isEntry)
          .map(({ fileName }) => `./${fileName}`);
        const policy = `<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}" />`;
        // Inlines the icon, because browsers can request it at any time, even under the lock.
        const icon = readFileSync(path.join(publicDir, 'favicon.svg')).toString('base64');
        const withIcon = replace(html, ICON, `href="data:image/svg+xml;base64,${icon}"`);
        return {
          // A policy in a `<meta>` element applies only to the elements after it.
          html: replace(withIcon, CHARSET, `${CHARSET}\n    ${policy}`),
          tags: [
            {
              tag: 'meta',
              attrs: { name: 'dishboard-parts', content: parts.sort().join(' ') },
              injectTo: 'head',
            },
          ],
        };
      },
    },
  };
}
