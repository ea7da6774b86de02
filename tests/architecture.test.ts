import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = path.resolve('src');

/** Whom each folder may import, types included, and why. A file may always import from its own folder. */
const MAY_IMPORT: Record<string, { folders: string[]; because: string }> = {
  lib: { folders: [], because: 'everything stands on it' },
  engine: { folders: ['lib'], because: 'the database knows nothing of orders' },
  device: { folders: ['lib'], because: 'it keeps what it is given, whatever that is' },
  lock: { folders: ['lib'], because: 'it keeps everything in, whatever that is' },
  offline: { folders: ['lib'], because: 'it keeps files, whatever is in them' },
  sql: {
    folders: ['lib'],
    because: 'a model is text, and knows neither who runs it nor who reads it',
  },
  ingest: { folders: ['lib'], because: 'reading bytes needs no database' },
  pipeline: {
    folders: ['engine', 'ingest', 'sql', 'lib'],
    because: 'it leads files through the models, by the ports of engine and ingest',
  },
  reports: {
    folders: ['sql', 'lib'],
    because: 'rows to blocks, whoever made the one and draws the other',
  },
  exports: {
    folders: ['reports', 'sql', 'lib'],
    because: 'rows and blocks to bytes, whoever made them and whatever the page makes of them',
  },
  state: {
    folders: ['engine', 'ingest', 'lock', 'offline', 'pipeline', 'lib'],
    because: 'it knows what is asked for and shown; what does the work is handed to it',
  },
  ui: {
    folders: ['state', 'reports', 'exports', 'device', 'sql', 'ingest', 'lib'],
    because: 'it draws and asks; it never loads or queries',
  },
};

/** The files of another folder that stand for it. */
const PORTS: Record<string, Record<string, string[]>> = {
  pipeline: {
    engine: ['engine'],
    ingest: ['ingest', 'inspect', 'chunk', 'drift-watch', 'layout', 'record', 'source'],
  },
  state: {
    engine: ['engine'],
    ingest: ['inspect', 'layout', 'source'],
    lock: ['attempts'],
    offline: ['visit'],
    pipeline: ['database', 'dataset', 'read-tables'],
  },
  // What a person can choose of a file, and what is shown of it; the SQL is shown as it is run, and never run from here.
  ui: {
    sql: ['tables', 'lineage', 'console'],
    ingest: ['inspect', 'layout'],
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
  '@noble/hashes': ['lib/pseudonyms.ts', 'lib/sha256.ts'],
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
    expect(targets).toContain('ingest/worker-ingest.ts ./worker.ts?worker&url');
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
    const taken = [...takenAlong('ingest/worker.ts')];
    expect(taken).toContain('lib/failure.ts');
    expect(taken).toContain('ingest/xlsx/workbook.ts');
    expect(taken.filter((file) => file.startsWith('lib/messages/'))).toEqual([]);
  });
});
