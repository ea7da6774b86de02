// @ts-check
/**
 * Vite plugin: writes `licenses.txt` with the licence of every shipped package, including those in
 * workers and assets, which Vite's own list omits. The build fails if a package has no licence
 * text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Licence files for packages that contain none, by package name.
 * @type {ReadonlyMap<string, string>}
 */
const TEXTS = new Map([['@duckdb/duckdb-wasm', path.join(root, 'tools/licenses/duckdb-wasm.txt')]]);

const IS_LICENCE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;
const IS_NOTICE = /^notice(\.(md|txt))?$/i;

/** @typedef {{ name: string, version: string, identifier: string, text: string }} Licence */

/**
 * @param {string} id a module's ID
 * @returns {string | null} the folder of the module's package
 */
export function packageFolder(id) {
  const file = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  return /^.*\/node_modules\/(?!\.)(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null;
}

/**
 * @param {string} folder a package's folder
 * @returns {Licence} throws an Error if the package has no licence text
 */
export function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).sort();
  const own = files.find((file) => IS_LICENCE.test(file));
  const main = own === undefined ? TEXTS.get(name) : path.join(folder, own);
  if (main === undefined)
    throw new Error(`${name} ${version} is shipped and holds no licence text`);
  const notices = files
    .filter((file) => IS_NOTICE.test(file))
    .map((file) => path.join(folder, file));
  const text = [main, ...notices].map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
  return { name, version, identifier: String(license ?? 'see below'), text };
}

/**
 * @param {readonly Licence[]} licences
 * @returns {string} the text of licenses.txt, sorted by name
 */
export function licenceList(licences) {
  const sorted = [...licences].sort((a, b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
  const entries = sorted.map(
    ({ name, version, identifier, text }) => `## ${name} ${version} (${identifier})\n\n${text}\n`,
  );
  return ['# What this site is made with, and under which licences\n', ...entries].join('\n');
}

/** @returns {{ page: import('vite').Plugin, worker: () => import('vite').Plugin }} */
export function licenceFile() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {import('vite').Rolldown.OutputBundle} bundle */
  function collect(bundle) {
    for (const part of Object.values(bundle)) {
      const ids = part.type === 'chunk' ? part.moduleIds : part.originalFileNames;
      for (const id of ids) {
        const folder = packageFolder(path.resolve(root, id));
        if (folder !== null && existsSync(path.join(folder, 'package.json'))) folders.add(folder);
      }
    }
  }
  return {
    worker: () => ({
      name: 'dishboard:licences-of-workers',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    page: {
      name: 'dishboard:licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        const licences = [...folders].map(licenceOf);
        const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
        licences.push({ ...licenceOf(root), name: 'Dishboard', identifier: own.license });
        this.emitFile({
          type: 'asset',
          fileName: 'licenses.txt',
          source: licenceList(licences),
        });
      },
    },
  };
}
