// @ts-check
/**
 * Vite plugin: inlines the icons of the web manifest. Browsers request icons when a user installs the
 * site, and the lock would block these requests.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MANIFEST = 'manifest.webmanifest';

/** @returns {import('vite').Plugin} */
export function manifestIcons() {
  let folder = '';
  return {
    name: 'dishboard:manifest',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const file = path.join(folder, MANIFEST);
        const manifest = JSON.parse(readFileSync(file, 'utf8'));
        for (const icon of manifest.icons) {
          const bytes = readFileSync(path.join(folder, icon.src));
          icon.src = `data:${icon.type};base64,${bytes.toString('base64')}`;
        }
        writeFileSync(file, JSON.stringify(manifest));
      },
    },
  };
}
