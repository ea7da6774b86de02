import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextOrder } from '../../../../src/ui/blocks/table/text-order';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aAbBcChHzZ0019 -_.@$é'), maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

describe('the order of texts', () => {
  // Some of these languages have special rules, such as aa in Danish, ch in Czech, y in Lithuanian
  // and two kinds of i in Turkish. Thai ignores signs.
  test.each(['en', 'de', 'sv', 'da', 'cs', 'hu', 'lt', 'tr', 'th', 'ja', 'zh', 'ko'])(
    'matches the collator, %s',
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

  test('uses keys where the language sorts letter by letter', () => {
    expect(new TextOrder('en').key('Guest 10')).not.toBe('');
    expect(new TextOrder('en').key('Zoë')).toBe('');
    expect(new TextOrder('cs').key('Guest 10')).toBe('');
  });
});
