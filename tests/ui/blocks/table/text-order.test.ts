import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextOrder } from '../../../../src/ui/blocks/table/text-order';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aAbBcChHzZ0019 -_.@$é'), maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

describe('the order of texts', () => {
  // Danish has aa, Czech ch, Thai overlooks signs, Lithuanian puts y beside i, Turkish has two of them.
  test.each(['en', 'de', 'sv', 'da', 'cs', 'hu', 'lt', 'tr', 'th', 'ja', 'zh', 'ko'])(
    'is that of the collator, %s',
    (locale) => {
      const order = new TextOrder(locale);
      const collator = new Intl.Collator(locale, { numeric: true });
      fc.assert(
        fc.property(text, text, (a, b) => {
          const compared = order.compare(a, order.key(a), b, order.key(b));
          expect(Math.sign(compared)).toBe(collator.compare(a, b));
        }),
        { numRuns: 5000 },
      );
    },
  );

  test('is fast where letters are sorted one by one: such texts have keys', () => {
    expect(new TextOrder('en').key('Guest 10')).not.toBe('');
    expect(new TextOrder('en').key('Zoë')).toBe('');
    expect(new TextOrder('cs').key('Guest 10')).toBe('');
  });
});
