/** What a workbook holds: its sheets, and what their cells refer to. */
import { Failure } from '../../domain/failure';
import type { Container } from '../container/source';
import { orUnreadable } from '../container/unreadable';
import { LARGEST, openParts, type Part, type Parts } from './parts';
import { WORKBOOK_PATH } from './places';
import { SheetReader } from './sheet-reader';
import { attribute, readXml } from './xml';

export interface Worksheet {
  readonly name: string;
  readonly isVisible: boolean;
  /** The path of its part. */
  readonly path: string;
}

export interface Workbook {
  readonly parts: Parts;
  /** In their order; charts and dialogs, which are sheets too, are none of them. */
  readonly worksheets: readonly Worksheet[];
  /** Days are counted from 1904, as on old Macs. */
  readonly isFrom1904: boolean;
  /** Null where no cell refers to one. */
  readonly sharedStrings: Part | null;
  readonly styles: Part | null;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, `worksheet`. */
  readonly type: string;
  readonly path: string;
}

/** Throws an Error where the archive is no workbook, or a damaged one. */
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

/** The first sheet that is not hidden and has anything in it. Throws a Failure where there is none. */
export async function xlsxContainer(file: File): Promise<Container> {
  return orUnreadable(file.name, 'xlsx', async () => {
    const { parts, worksheets } = await openWorkbook(file);
    for (const [sheet, { isVisible, path }] of worksheets.entries()) {
      if (!isVisible || !(await hasAnything(requirePart(parts, path)))) continue;
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

async function hasAnything(sheet: Part): Promise<boolean> {
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

/** A part's path by how another one refers to it: from the root, or from that one's folder. */
function resolvePath(target: string, from: string): string {
  const isFromRoot = target.startsWith('/');
  const segments = isFromRoot ? [] : from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
