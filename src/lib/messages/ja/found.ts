import type { Messages } from '../index';

/** What was noticed in a file: notices, checks, hints, reasons. */
export const found: Messages['found'] = {
  reasons: {
    'missing restaurant': {
      name: 'レストランがない',
      advice: 'レストランを入力してください。',
    },
    'missing dish': { name: '料理がない', advice: '料理を入力してください。' },
    'missing customer': { name: 'お客様がない', advice: 'お客様を入力してください。' },
    'missing price': {
      name: '価格がない',
      advice: '価格を入力してください。無料の場合は0とします。',
    },
    'bad price': {
      name: '価格が読み取れない',
      advice: '価格は、言葉や単位を付けずに4.50のような数値で入力してください。',
    },
    'price out of range': {
      name: '価格が範囲外',
      advice: '価格は100,000,000未満にしてください。小数点が抜けていないかご確認ください。',
    },
    'missing quantity': { name: '数量がない', advice: '注文の数量を入力してください。' },
    'bad quantity': {
      name: '数量が読み取れない',
      advice: '数量は1,000,000以下の整数で入力してください。',
    },
    'too few columns': {
      name: '列が足りない',
      advice:
        'レコードの値を見出しの列に合わせて入力してください。見つかった内容は raw_line にあります。',
    },
    'too many columns': {
      name: '列が多すぎる',
      advice:
        'レコードの値を見出しの列に合わせて入力してください。コンマを含む名前に引用符がないことがよくあります。',
    },
    'invalid encoding': {
      name: '文字コードが正しくない',
      advice:
        '壊れた文字を入力し直してください。多く壊れている場合は文字コードが違う可能性があります。上の「変更」をご覧ください。',
    },
    'unclosed quote': {
      name: '引用符が閉じていない',
      advice: '引用符を閉じるか、取り除いてください。',
    },
    'total row': {
      name: '合計行',
      advice: '何もする必要はありません。ほかの行の合計は注文ではありません。',
    },
  },
};
