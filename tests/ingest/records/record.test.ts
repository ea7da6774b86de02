import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../src/ingest/records/record';
import { COMMA_SEPARATED, layoutOf, scan } from '../../support/scan';

const read = (text: string) => readRecord(new TextEncoder().encode(text), 0, COMMA_SEPARATED);

describe('readRecord', () => {
  test('returns the fields, the number of lines and the end', () => {
    expect(read('a,"b ""x""\r\ny",c\r\nd')).toMatchObject({
      fields: ['a', 'b "x"\r\ny', 'c'],
      lines: 2,
      end: 18,
      isComplete: true,
      isOpenQuote: false,
    });
  });

  test('reports an incomplete record and an open quote', () => {
    expect(read('a,b')).toMatchObject({
      fields: ['a', 'b'],
      isComplete: false,
      isOpenQuote: false,
    });
    expect(read('a,"b\n')).toMatchObject({ isComplete: false, isOpenQuote: true });
    expect(read('a,')).toMatchObject({ fields: ['a', ''], isComplete: false });
  });

  test.each(['a,"b""",c', '"a"b,"c"d"e,', '"",x,"\r\n\n\r"', ' "q",,"a,b"', 'é,"寿,司",👩‍🍳'])(
    'finds the same fields as the scanner in %j',
    (text) => {
      const layout = layoutOf({ restaurant: 0, dish: 2 }, 3);
      const { fields } = read(`${text}\n`);
      expect(scan(`${text}\n`, 1000, layout).orderLines[0]!.values).toEqual([fields[0], fields[2]]);
    },
  );
});
