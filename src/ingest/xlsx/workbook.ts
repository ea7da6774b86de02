import { Failure } from '../../domain/failure';
import type { Container } from '../container/source';
import { readOrFail } from '../container/unreadable';
import { LARGEST, openParts, type Part, type Parts } from './parts';
import { WORKBOOK_PATH } from './places';
import { SheetReader } from './sheet-reader';
import { attribute, readXml } from './xml';

export interface Worksheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly path: string;
}

export interface Workbook {
  readonly parts: Parts;
  /** In workbook order, without chart and dialog sheets. */
  readonly worksheets: readonly Worksheet[];
  readonly isFrom1904: boolean;
  readonly sharedStrings: Part | null;
  readonly styles: Part | null;
}

interface Relation {
  readonly id: string;
  /** The last segment of the type's URI, such as `worksheet`. */
  readonly type: string;
  readonly path: string;
}

export async function openWorkbook(file: File): Promise<Workbook> {
  const parts = await openParts(file);
  const path = parts.paths.find((name) => WORKBOOK_PATH.test(name)) ?? 'xl/workbook.xml';
  const slash = path.lastIndexOf('/') + 1;
  const relationsPath = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
  const relations = relationsIn(await textOf(parts, relationsPath), path);
  const worksheets: Worksheet[] = [];
  let isFrom1904 = false;
  readXml(await textOf(parts, path), {
    open(name, attributes) {
      const valueOf = (key: string) => attribute(attributes(), key);
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(valueOf('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === valueOf('id'));
      if (relation?.type !== 'worksheet') return;
      worksheets.push({
        name: valueOf('name') ?? '',
        isVisible: (valueOf('state') ?? 'visible') === 'visible',
        path: relation.path,
      });
    },
  });
  const partOfType = (wanted: string) => {
    const relation = relations.find(({ type }) => type === wanted);
    return relation ? parts.find(relation.path) : null;
  };
  return {
    parts,
    worksheets,
    isFrom1904,
    sharedStrings: partOfType('sharedStrings'),
    styles: partOfType('styles'),
  };
}

/** Selects the first visible sheet with content. Throws a Failure if there is none. */
export async function xlsxContainer(file: File): Promise<Container> {
  return readOrFail(file.name, 'xlsx', async () => {
    const { parts, worksheets } = await openWorkbook(file);
    for (const [sheet, { isVisible, path }] of worksheets.entries()) {
      if (!isVisible || !(await hasContent(requirePart(parts, path)))) continue;
      return { type: 'xlsx', sheet, sheets: worksheets.map(({ name }) => name) };
    }
    throw new Failure({
      fault: 'input',
      what: 'empty workbook',
      with: { hasHidden: worksheets.some(({ isVisible }) => !isVisible) },
      where: { file: file.name },
    });
  });
}

export function requirePart(parts: Parts, path: string): Part {
  const part = parts.find(path);
  if (!part) throw new Error(`the workbook has no ${path}`);
  return part;
}

async function textOf(parts: Parts, path: string): Promise<string> {
  return requirePart(parts, path).text();
}

async function hasContent(sheet: Part): Promise<boolean> {
  const reader = new SheetReader();
  for await (const run of sheet.runs(LARGEST.sheet)) {
    for (const { cells } of reader.read(run)) if (cells.some((cell) => cell !== null)) return true;
    if (reader.isOver) return false;
  }
  throw new Error('the sheet ends before its last row');
}

function relationsIn(xml: string, from: string): Relation[] {
  const relations: Relation[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const valueOf = (key: string) => attribute(attributes(), key) ?? '';
      const type = valueOf('Type');
      relations.push({
        id: valueOf('Id'),
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolvePath(valueOf('Target'), from),
      });
    },
  });
  return relations;
}

function resolvePath(target: string, from: string): string {
  const isFromRoot = target.startsWith('/');
  const segments = isFromRoot ? [] : from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
