/** Words that label total rows, in the languages of the known headers. */
import type { Model } from './model';

const TOTAL_WORDS: readonly string[] = [
  ...['total', 'totals', 'grand total', 'sub total', 'subtotal', 'sub-total', 'sum', 'total sales'],
  ...['gesamt', 'gesamtsumme', 'gesamtbetrag', 'summe', 'zwischensumme', 'endsumme'],
  ...[
    'total général',
    'total general',
    'sous-total',
    'somme',
    'totale',
    'totale generale',
    'subtotale',
  ],
  ...['total geral', 'suma', 'suma total', 'totaal', 'eindtotaal', 'subtotaal', 'razem'],
  ...['合計', '総合計', '総計', '小計', '売上合計', '合计', '总计', '小计', '합계', '총계', '소계'],
];

/** Returns true if a cell is one of these words, with or without a colon. */
export function isTotalWord(text: string): boolean {
  return TOTAL_WORDS.includes(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s:：]+$/, ''),
  );
}

const IS_TOTAL_WORD = `rtrim(lower(name), ' :：') in (${TOTAL_WORDS.map((word) => `'${word}'`).join(', ')})`;

/** `isTotalWord` as SQL functions for DuckDB and BigQuery. */
export const TOTAL_WORDS_MACRO: Model = {
  name: 'total_words',
  sql: `create or replace macro is_total_word(name) as
    ${IS_TOTAL_WORD}`,
};

export const TOTAL_WORDS_FUNCTION: Model = {
  name: 'total_words',
  sql: `create temp function is_total_word(name string) returns bool as (
    ${IS_TOTAL_WORD}
);
`,
};
