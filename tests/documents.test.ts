import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../src/i18n/messages/en';
import { CHECKS } from '../src/sql';
import { TABLES } from '../src/sql/tables';

const DOCUMENTS = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  'src/README.md',
];
const TOP_FOLDERS = ['src', 'tests', 'tools', 'docs', 'public', 'static', 'deploy', '.github'];
const CODE_BLOCK = /^ *```[^]*?^ *```$/gm;

const read = (file: string) => readFileSync(file, 'utf8');
const proseOf = (file: string) => read(file).replace(CODE_BLOCK, '');
const inBackticks = (text: string) =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted);

/** The anchors that GitHub makes from the headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links and pictures whose target does not exist. */
function brokenLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [to = '', anchor] = target.split('#');
      const found = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
      if (!existsSync(found)) return true;
      return anchor !== undefined && !anchorsOf(read(found)).includes(anchor);
    });
}

/**
 * Paths in backticks that do not exist. If a path has a placeholder such as `<name>`, only its
 * folder must exist.
 */
function missingPaths(text: string): string[] {
  return inBackticks(text).filter((quoted) => {
    const [top = '', ...rest] = quoted.split('/');
    if (!TOP_FOLDERS.includes(top) || rest.length === 0 || /\s/.test(quoted)) return false;
    const [known = ''] = quoted.split('<');
    return !existsSync(quoted.includes('<') ? path.posix.dirname(`${known}x`) : quoted);
  });
}

/** npm scripts that package.json does not have. */
function unknownScripts(text: string): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  return [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)]
    .map(([, script = '']) => script)
    .filter((script) => script !== 'ci' && script !== 'audit' && !(script in scripts));
}

/** Sentences of more than 25 words, outside of code and tables. */
function longSentences(text: string): string[] {
  return text
    .replace(CODE_BLOCK, '')
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .map((line) => line.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, ''))
    .flatMap((line) => line.split(/(?<=[.!?:]) +/))
    .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > 25);
}

/** The first cells of the table rows below a heading. */
function firstCells(text: string, heading: string): string[] {
  const section = text.split(`\n${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell);
}

describe.each(DOCUMENTS)('%s', (file) => {
  test('has no broken link', () => {
    expect(brokenLinks(file, proseOf(file))).toEqual([]);
  });

  test('names files that exist', () => {
    expect(missingPaths(proseOf(file))).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    expect(unknownScripts(read(file))).toEqual([]);
  });
});

describe('README.md', () => {
  test('is short', () => {
    expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(120);
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(6 * 1024);
  });

  test('has no sentence over 25 words', () => {
    expect(longSentences(read('README.md'))).toEqual([]);
  });

  test('lists the five tables and their columns', () => {
    for (const [table, columns] of Object.entries(TABLES)) {
      const row = read('README.md')
        .split('\n')
        .find((line) => line.includes(`| \`${table}\``));
      expect(inBackticks(row ?? ''), table).toEqual([table, ...Object.keys(columns)]);
    }
  });

  test('leads to every page in docs/', () => {
    for (const file of DOCUMENTS.filter((each) => each.startsWith('docs/'))) {
      expect(read('README.md')).toContain(`](${file})`);
    }
  });
});

describe('src/README.md', () => {
  test('has at most 30 lines', () => {
    expect(read('src/README.md').split('\n').length - 1).toBeLessThanOrEqual(30);
  });

  test('maps every folder of src/, and no other', () => {
    const foldersBelow = (folder: string) =>
      readdirSync(path.join('src', folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.posix.join(folder, entry.name, '/'));
    const folders = foldersBelow('.').flatMap((folder) => [folder, ...foldersBelow(folder)]);
    const mapped = inBackticks(read('src/README.md')).filter(
      (quoted) => quoted.endsWith('/') && quoted !== 'src/',
    );
    expect(mapped.sort()).toEqual(folders.sort());
  });
});

describe('docs/definitions.md', () => {
  const definitions = read('docs/definitions.md');

  test.each(Object.entries(TABLES))('defines every column of %s', (table, columns) => {
    expect(firstCells(definitions, `### ${table}`)).toEqual(Object.keys(columns));
  });

  test('lists every check', () => {
    expect(firstCells(definitions, '## Checks')).toEqual(Object.keys(CHECKS));
  });

  test('lists every reason for a rejection', () => {
    const reasons = firstCells(definitions, '## Kept and rejected records');
    expect(reasons.sort()).toEqual(Object.keys(en.found.reasons).sort());
  });
});

test('docs/performance.md has only figures that were measured', () => {
  const prose = proseOf('docs/performance.md');
  const cells = [...prose.matchAll(/(?<=\| +)[\d.,]+(?= +\|)/g)].map(([figure]) => figure);
  const decimals = prose.match(/\d+\.\d+|\d+,\d{3}/g) ?? [];
  const measured = new Set(read('tests/bench/RESULTS.md').match(/\d+(?:[.,]\d+)*/g));
  expect(cells.length).toBeGreaterThan(20);
  expect([...cells, ...decimals].filter((figure) => !measured.has(figure))).toEqual([]);
});

test('a bold label in the documents is one of the page', () => {
  const folder = 'src/i18n/messages/en';
  const words = readdirSync(folder)
    .map((file) => read(path.join(folder, file)))
    .join('\n');
  const pages = DOCUMENTS.filter((file) => file.startsWith('docs/') || file === 'CONTRIBUTING.md');
  const labels = pages.flatMap((file) =>
    [...proseOf(file).matchAll(/\*\*([^*\n]+)\*\*/g)]
      .map(([, label = '']) => label)
      // A bold sentence starts a paragraph and is not a label.
      .filter((label) => !label.endsWith('.')),
  );
  expect(labels).toContain('Hide guest names');
  expect(labels.filter((label) => !words.includes(label))).toEqual([]);
});

describe('a fault in a document is found', () => {
  test('a link to a missing file or heading', () => {
    const text = '[a](missing.md) [b](docs/files.md#nowhere) [c](docs/files.md#limits) [d](#here)';
    expect(brokenLinks('README.md', text)).toEqual([
      'missing.md',
      'docs/files.md#nowhere',
      '#here',
    ]);
  });

  test('a missing path', () => {
    const text =
      '`src/gone.ts` `src/main.ts` `src/gone/<name>.ts` `src/reports/<name>.ts` `a/b.csv`';
    expect(missingPaths(text)).toEqual(['src/gone.ts', 'src/gone/<name>.ts']);
  });

  test('an unknown script', () => {
    expect(unknownScripts('npm ci && npm start, npm run gone -- --parts')).toEqual(['gone']);
  });

  test('a long sentence', () => {
    const long = `${'word '.repeat(25)}word.`;
    expect(longSentences(`Short. ${long}\n| ${long} |`)).toEqual([long]);
  });
});
