import { formatCount } from '../../format';
import { text } from '../../text';
import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

const filesOf = (files: string | number) =>
  typeof files === 'number' ? `${formatCount(files)}ファイル` : ` ${files} `;

/** Texts of the dialogs that ask about a file. */
export const questions: Messages['questions'] = {
  roles: ROLE_WORDS,
  whose: 'どのレストランの注文ですか？',
  which: 'どの列に何が入っていますか？',
  why: 'このファイルには、判別できない点がありました。各列の内容を確認してください。',
  file: (name, others, kind, kinds) =>
    text`${{ name }}${others > 0 ? ` と、見出しが同じほか${formatCount(others)}ファイル` : ''}${
      kinds > 1 ? `（${String(kinds)}種類中${String(kind)}種類目）` : ''
    }`,
  columnsAndReading: '列と読み込み方',
  remember: '見出しが同じファイル用に、この設定を記憶する',
  forget: '記憶した内容を消去',
  back: '戻る',
  next: '次へ',
  apply: '適用',
  make: 'レポートを作成',
  loadedAlready: (files) =>
    `${files} はすでに読み込まれています。追加すると、その行は二重に数えられます。`,

  outcome: {
    nothing: '料理またはお客様の列を選択してください。どちらもないと、レポートを作成できません。',
    noName: 'レストランの名前を入力してください。',
    all: (reports, lacks) =>
      `${[`${String(reports)}つのレポートをすべて作成できます`, ...lacks].join('。')}。`,
    some: (made, reports, lacks) =>
      `${[`${String(reports)}つのうち${String(made)}つのレポートを作成できます`, ...lacks].join('。')}。`,
    lacks: {
      dish: '料理の集計には料理の列が必要です',
      customer: 'お客様の集計にはお客様の列が必要です',
      price: '売上の集計には価格の列が必要です',
    },
    unreadable: (count, prices) =>
      `最初の価格${formatCount(prices)}件のうち${formatCount(count)}件は、数値として読み取れません。`,
  },

  columns: {
    region: 'ファイルの先頭行',
    caption: 'ファイルの先頭行と、各列の割り当て',
    unnamed: (column) => `${String(column)}列目`,
    roleOf: (column) => `${column} の割り当て`,
    notUsed: '使わない',
    notShown: (columns) => `ほか${formatCount(columns)}列は表示していません。`,
    showMore: 'さらに列を表示',
  },

  restaurants: {
    noColumn: () => 'ファイルにレストランの列がありません',
    allOne: 'すべて同じレストランの注文',
    name: 'レストランの名前',
  },

  reading: {
    title: '読み込み方',
    sheet: 'シート',
    header: '見出し行',
    headerLine: (line, fields) => `${String(line)}行目：${fields}`,
    none: 'なし',
    decimalMark: '小数点',
    decimalMarks: { '.': 'ピリオド（4.50）', ',': 'コンマ（4,50）' },
    priceIs: '価格の意味',
    prices: { 'unit price': '料理1つの価格', 'line total': '行の合計' },
    encoding: '文字コード',
    encodingOf: {
      western: (name) => `${name}（西欧）`,
      japanese: (name) => `${name}（日本語）`,
      chinese: (name) => `${name}（中国語）`,
      korean: (name) => `${name}（韓国語）`,
    },
    delimiter: '区切り文字',
    delimiters: { ',': 'コンマ ,', ';': 'セミコロン ;', '\t': 'タブ', '|': '縦棒 |' },
    quotes: '引用符',
    quoteMarks: { '"': '二重引用符 "', "'": "一重引用符 '", '|': '縦棒 |' },
    strayQuotes: '複数行にわたる引用符',
    areText: '文字として扱う',
    areQuotes: '引用符として扱う',
  },

  placing: {
    title: 'レポートを置き換えますか、追加しますか？',
    offer: (files, shown) =>
      `表示中の${filesOf(shown)}を${filesOf(files)}に置き換えるか、すべてを合わせてレポートを作成できます。`,
    add: '追加',
    replace: '置き換え',
  },
};
