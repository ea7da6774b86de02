import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../src/ui/files/paste';

describe('a pasted text', () => {
  test.each(['a\tb', 'a\nb', 'a\r\nb\r\n', '\na\rb', 'store,dish\nA,tea'])(
    'of several cells or lines is a table: %j',
    async (text) => {
      const file = cellsOf(text);
      expect(file).toMatchObject({ name: 'pasted cells.tsv', type: 'text/tab-separated-values' });
      expect(await file!.text()).toBe(text);
    },
  );

  test.each(['', 'word', 'a whole sentence, with a comma', 'one cell\r\n', '\t\n', ' \n\n'])(
    'of one cell or none is not: %j',
    (text) => {
      expect(cellsOf(text)).toBeNull();
    },
  );
});
