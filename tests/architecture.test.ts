import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve('src');

/**
 * For each folder, the folders that it may import from, types included, and the reason. Imports
 * within a folder are always allowed.
 */
const MAY_IMPORT: Record<string, { folders: string[]; because: string }> = {
  lib: { folders: [], because: 'helpers are independent of orders' },
  domain: {
    folders: ['lib'],
    because: 'ids and values are data, and the catalogue has their texts',
  },
  i18n: { folders: ['domain', 'lib'], because: 'a catalogue turns the data it gets into texts' },
  engine: {
    folders: ['domain', 'lib'],
    because: 'the database is independent of orders and texts',
  },
  device: { folders: ['domain', 'lib'], because: 'it stores data without interpreting it' },
  lock: { folders: ['domain', 'lib'], because: 'it blocks requests independently of the page' },
  offline: { folders: ['domain', 'lib'], because: 'it caches files without interpreting them' },
  sql: { folders: ['domain', 'lib'], because: 'a model is text and does not depend on its caller' },
  ingest: {
    folders: ['domain', 'lib'],
    because: 'reading bytes needs neither the database nor texts',
  },
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
    because: 'it shows data and takes input, and neither loads files nor runs queries',
  },
};

/** For some pairs of folders, the only files that the first may import from the second. */
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
  // The page shows layouts and SQL, but neither reads files nor runs statements.
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

/** The only folders and files that may import a package. */
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

function destination({ file, target }: Import): { folder: string; name: string } {
  const resolved = path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/, ''));
  const [folder = '', ...rest] = resolved.split('/');
  return { folder, name: rest.join('/') };
}

describe('import rules', () => {
  test('cover every folder of src/', () => {
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
      const message = `${found.file} imports ${found.target}; ${folder} may import ${folders.join(', ') || 'nothing'}: ${because}`;
      expect(folders, message).toContain(to.folder);
      const port = PORTS[folder]?.[to.folder];
      if (port) expect(port, `${message}, through ${port.join(', ')}`).toContain(to.name);
    }
  });

  test('allow each package only in its places', () => {
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

  test('include types, side effects, dynamic imports and workers', () => {
    const targets = imports.map(({ file, target }) => `${file} ${target}`);
    expect(targets).toContain('ingest/worker/worker-ingest.ts ./worker.ts?worker&url');
    expect(targets).toContain('state/session.svelte.ts ../pipeline/dataset');
    expect(targets).toContain('ui/charts/bar-chart.ts chart.js');
    expect(importsOf('main.ts').map(({ target }) => target)).toContain('./engine/duckdb-browser');
  });
});

test('every file has at most 300 lines', () => {
  const long = files.filter(
    (file) => readFileSync(path.join(SRC, file), 'utf8').split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

describe('the message catalogue', () => {
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

  function bundledFiles(file: string, seen = new Set<string>()): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const each of runtimeImports(file)) bundledFiles(each, seen);
    return seen;
  }

  test('is not bundled into the workers', () => {
    const bundled = [...bundledFiles('ingest/worker/worker.ts')];
    expect(bundled).toContain('domain/failure.ts');
    expect(bundled).toContain('ingest/xlsx/workbook.ts');
    expect(bundled.filter((file) => file.startsWith('i18n/'))).toEqual([]);
  });
});
