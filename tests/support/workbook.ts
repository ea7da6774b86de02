/** Writes the parts of a workbook that tests need. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetOfTest {
  readonly name: string;
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface WorkbookOfTest {
  readonly sheets: readonly SheetOfTest[];
  readonly strings?: readonly string[];
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  readonly styles?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

export function workbookFile(workbook: WorkbookOfTest, name = 'orders.xlsx'): File {
  return new File([workbookBytes(workbook)], name);
}

export function workbookBytes(workbook: WorkbookOfTest): Uint8Array<ArrayBuffer> {
  const { sheets, strings = [], properties = '', styles, parts = {} } = workbook;
  const texts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="r${String(index)}" ${state ? `state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, index) =>
        relation(`r${String(index)}`, 'worksheet', `worksheets/s${String(index)}.xml`),
      )
      .join('')}${relation('rs', 'sharedStrings', 'sharedStrings.xml')}${
      styles === undefined ? '' : relation('rt', 'styles', '/xl/styles.xml')
    }</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/s${String(index)}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
  const packed = zipSync(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
  );
  return new Uint8Array(packed);
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}
