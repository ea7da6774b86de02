// @ts-check
/**
 * Vite plugin: the policy of the built page, and the list of what the page fetches later. Without them
 * the page works as well, as it does while developing: then it is not locked.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE_POLICY } from './csp.mjs';

const CHARSET = '<meta charset="utf-8" />';
const ICON = 'href="./favicon.svg"';

/** @param {string} html @param {string} mark @param {string} replacement */
function replaced(html, mark, replacement) {
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
        // What a part is made of comes by import alone, and all styles at once: a link that is added
        // under the lock would be refused.
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
        // Browsers ask for it whenever they like, so it comes with the page.
        const icon = readFileSync(path.join(publicDir, 'favicon.svg')).toString('base64');
        const withIcon = replaced(html, ICON, `href="data:image/svg+xml;base64,${icon}"`);
        return {
          // First of all: it binds what comes after it.
          html: replaced(withIcon, CHARSET, `${CHARSET}\n    ${policy}`),
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
