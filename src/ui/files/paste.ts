import { messages } from '../../i18n/locale';
import { filesOf } from './drop';
import { markGenerated } from './origins';

/**
 * A paste into these fields is text. File inputs are excluded, because they keep the focus after a
 * file was chosen.
 */
const FIELDS = 'input:not([type="file"]), textarea';

/**
 * Returns pasted files, or pasted spreadsheet cells as a file. Returns null if the paste is for a
 * text field or contains neither. Rejects as `filesOf` does.
 */
export function filesOfPaste({ target, clipboardData }: ClipboardEvent): Promise<File[]> | null {
  if (!clipboardData || isField(target)) return null;
  const text = clipboardData.getData('text/plain');
  const files = [...clipboardData.items].filter(({ kind }) => kind === 'file');
  // Excel adds a picture of the cells to their text.
  const isPicture = files.every(({ type }) => type.startsWith('image/'));
  if (files.length > 0 && !(isPicture && text !== '')) return filesOf(clipboardData);
  const cells = cellsOf(text);
  return cells && Promise.resolve([cells]);
}

/**
 * Returns a text with several cells or lines as a file. Returns null for a word or a sentence,
 * which was pasted by mistake.
 */
export function cellsOf(text: string): File | null {
  if (!/[\t\n\r]/.test(text.trim())) return null;
  const file = new File([text], `${messages().screens.pastedCells}.tsv`, {
    type: 'text/tab-separated-values',
  });
  markGenerated(file);
  return file;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS));
}
