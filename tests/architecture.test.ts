import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve('src');

/** Whom each folder may import, types included, and why. A file may always import from its own folder. */
const MAY_IMPORT: Record<string, { folders: string[]; because: string }> = {
  lib: { folders: [], because: 'helpers know nothing of orders' },
  domain: {
    folders: ['lib'],
    because: 'ids and values are data; the catalogue has their sentences',
  },
  i18n: { folders: ['domain', 'lib'], because: 'a catalogue has sentences for data it is given' },
  engine: { folders: ['domain', 'lib'], because: 'the database knows nothing of orders or words' },
  device: { folders: ['domain', 'lib'], because: 'it stores data and does not interpret it' },
  lock: { folders: ['domain', 'lib'], because: 'it blocks requests, whatever the page does' },
  offline: { folders: ['domain', 'lib'], because: 'it caches files and does not interpret them' },
  sql: { folders: ['domain', 'lib'], because: 'a model is text, and does not know who runs it' },
  ingest: { folders: ['domain', 'lib'], because: 'reading bytes needs no database and no words' },
  pipeline: {
    folders: ['engine', 'ingest', 'sql', 'domain', 'lib'],
    because: 'it runs the models on files, through the ports of engine and ingest',
  },
  reports: {
    folders: ['sql', 'i18n', 'domain', 'lib'],
    because: 'a report turns rows into blocks, and neither queries nor draws',
  },
  exports: {
    folders: ['reports', 'sql', 'i18n', 'domain', 'lib'],
    because: 'an export turns rows and blocks into bytes, and neither queries nor draws',
  },
  state: {
    folders: ['engine', 'ingest', 'lock', 'offline', 'pipeline', 'i18n', 'domain', 'lib'],
    because: 'it holds what is requested and shown; services that do the work are passed in',
  },
  ui: {
    folders: ['state', 'reports', 'exports', 'device', 'sql', 'ingest', 'i18n', 'domain', 'lib'],
    because: 'it draws and asks; it never loads or queries',
  },
};

/** The files of another folder that stand for it. */
const PORTS: Record<string, Record<string, string[]>> = {
  pipeline: {
    engine: ['engine'],
    ingest: [
      'container/source',
      'layout/inspect',
      'layout/layout',
      'records/chunk',
      'records/drift-watch',
      'records/record',
      'ingest',
    ],
  },
  state: {
    engine: ['engine'],
    ingest: ['container/source', 'layout/inspect', 'layout/layout'],
    lock: ['attempts'],
    offline: ['visit'],
    pipeline: ['database', 'dataset', 'read-tables'],
  },
  // What a person can choose of a file, and what is shown of it; the SQL is shown as it is run, and never run from here.
  ui: {
    sql: ['tables', 'lineage', 'console'],
    ingest: ['layout/inspect', 'layout/layout'],
    device: ['forget-everything'],
  },
  reports: { sql: ['tables'] },
  exports: {
    sql: ['tables', 'columns', 'googlesql'],
    reports: ['report', 'explanations', 'restaurants'],
  },
};

/** Packages, and the only places that may know them. */
const PACKAGES: Record<string, string[]> = {
  '@duckdb/duckdb-wasm': ['engine'],
  'virtual:duckdb-wasm': ['engine'],
  'apache-arrow': ['engine'],
  'node:module': ['engine/duckdb-node.ts'],
  'chart.js': ['ui/charts'],
  fflate: ['exports'],
  '@zip.js/zip.js': ['ingest'],
  saxen: ['ingest/xlsx'],
  hyparquet: ['ingest/parquet'],
  'hyparquet-compressors': ['ingest/parquet'],
  chardet: ['ingest'],
  '@noble/hashes': ['state/guests/pseudonyms.ts', 'lib/sha256.ts'],
  svelte: ['state', 'ui', 'main.ts'],
  '@fontsource-variable/source-serif-4': ['main.ts'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'));

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const imported = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
  return imported.map((target) => ({ file, target }));
}

const imports = files.filter((file) => file !== 'main.ts').flatMap(importsOf);
const isRelative = ({ target }: Import) => target.startsWith('.');

/** Where a relative import leads, below src/. */
function destination({ file, target }: Import): { folder: string; name: string } {
  const resolved = path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/, ''));
  const [folder = '', ...rest] = resolved.split('/');
  return { folder, name: rest.join('/') };
}

describe('import rules', () => {
  test('every folder of src/ has its rule', () => {
    const folders = new Set(
      files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]),
    );
    expect([...folders].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test.each(Object.entries(MAY_IMPORT))('%s', (folder, { folders, because }) => {
    const own = imports.filter(({ file }) => file.startsWith(`${folder}/`)).filter(isRelative);
    for (const found of own) {
      const to = destination(found);
      if (to.folder === folder) continue;
      const says = `${found.file} imports ${found.target}; ${folder} may import ${folders.join(', ') || 'nothing'}: ${because}`;
      expect(folders, says).toContain(to.folder);
      const port = PORTS[folder]?.[to.folder];
      if (port) expect(port, `${says}, through ${port.join(', ')}`).toContain(to.name);
    }
  });

  test('a package is known where it belongs, and nowhere else', () => {
    for (const { file, target } of imports.filter((found) => !isRelative(found))) {
      const name = Object.keys(PACKAGES).find(
        (known) => target === known || target.startsWith(`${known}/`),
      );
      expect(name, `${file} imports ${target}, which has no rule`).toBeDefined();
      const places = PACKAGES[name!]!;
      expect(
        places.some((place) => file === place || file.startsWith(`${place}/`)),
        `${file} imports ${target}; it belongs in ${places.join(', ')}`,
      ).toBe(true);
    }
  });

  test('the rules see what is imported: types, side effects, dynamic imports and workers', () => {
    const targets = imports.map(({ file, target }) => `${file} ${target}`);
    expect(targets).toContain('ingest/worker/worker-ingest.ts ./worker.ts?worker&url');
    expect(targets).toContain('state/session.svelte.ts ../pipeline/dataset');
    expect(targets).toContain('ui/charts/bar-chart.ts chart.js');
    expect(importsOf('main.ts').map(({ target }) => target)).toContain('./engine/duckdb-browser');
  });
});

test('no file is longer than it can be held in the head', () => {
  const long = files.filter(
    (file) => readFileSync(path.join(SRC, file), 'utf8').split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

describe('the words of the page', () => {
  /** What a file takes along when it runs: types leave nothing behind. */
  function runtimeImports(file: string): string[] {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(SRC, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const targets: string[] = [];
    const visit = (node: ts.Node): void => {
      const isType =
        (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly) ||
        (ts.isExportDeclaration(node) && node.isTypeOnly);
      if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && !isType) {
        if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
          targets.push(node.moduleSpecifier.text);
        }
      }
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const [target] = node.arguments;
        if (target && ts.isStringLiteral(target)) targets.push(target.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return targets
      .filter((target) => target.startsWith('.'))
      .map((target) => path.posix.join(path.posix.dirname(file), target))
      .map((found) => (files.includes(`${found}.ts`) ? `${found}.ts` : `${found}/index.ts`));
  }

  function takenAlong(file: string, seen = new Set<string>()): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const each of runtimeImports(file)) takenAlong(each, seen);
    return seen;
  }

  test('are not in the workers, which only say what happened', () => {
    const taken = [...takenAlong('ingest/worker/worker.ts')];
    expect(taken).toContain('domain/failure.ts');
    expect(taken).toContain('ingest/xlsx/workbook.ts');
    expect(taken.filter((file) => file.startsWith('i18n/'))).toEqual([]);
  });
});
