import { messages } from '../../i18n/locale';
import { filesOf } from './drop';
import { noteMade } from './origins';

/** Where a paste is text for the page, not for us. The file picker keeps the focus after a choice. */
const FIELDS = 'input:not([type="file"]), textarea';

/**
 * The files of a paste: files as in a drop, or the cells of a spreadsheet as a file of their own. Null
 * where there is neither, or where it is meant for a field. Rejects as a drop does.
 */
export function filesOfPaste({ target, clipboardData }: ClipboardEvent): Promise<File[]> | null {
  if (!clipboardData || isField(target)) return null;
  const text = clipboardData.getData('text/plain');
  const files = [...clipboardData.items].filter(({ kind }) => kind === 'file');
  // Excel puts a picture of the cells beside their text.
  const isPicture = files.every(({ type }) => type.startsWith('image/'));
  if (files.length > 0 && !(isPicture && text !== '')) return filesOf(clipboardData);
  const cells = cellsOf(text);
  return cells && Promise.resolve([cells]);
}

/** A text with several cells or lines as a file; null for a word or a sentence, pasted by accident. */
export function cellsOf(text: string): File | null {
  if (!/[\t\n\r]/.test(text.trim())) return null;
  const file = new File([text], `${messages().screens.pastedCells}.tsv`, {
    type: 'text/tab-separated-values',
  });
  noteMade(file);
  return file;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
}
