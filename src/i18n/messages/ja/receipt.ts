import { formatCount } from '../../format';
import type { Messages } from '../index';

/** What was loaded, and what became of it. */
export const receipt: Messages['receipt'] = {
  label: '読み込み結果',
  sample: 'サンプルデータ',
  aboutSample: '架空の注文データです。お手持ちのファイルをドロップできます。',
  counts: { read: '読み込み', kept: '採用', rejected: '除外' },
  sum: '検算',
  addsUp: '一致しています',
  doesNotAddUp: '一致しません',

  files: {
    label: 'ファイル',
    total: (files, size, from, until) =>
      `${formatCount(files)}ファイル、${size}、最終更新 ${until === null ? from : `${from}〜${until}`}`,
    sheet: (name) => `シート「${name}」`,
    lines: (lines) => `${formatCount(lines)}行`,
    changed: (day) => `${day}更新`,
    taken: (role) => `${role}：`,
    columnNumber: (column) => `${String(column)}列目`,
    notThere: 'このファイルにはありません',
    change: '変更',
    changeOf: (file) => `${file} の読み込み方を変更`,
    remove: '外す',
    removeOf: (file) => `${file} を外す`,
  },

  readAs: {
    lineTotal: '価格は行の合計',
    decimalComma: '小数点はコンマ',
    strayQuotes: '閉じていない引用符は文字',
    otherRecords: (columns) => `${String(columns)}列のレコードも含む`,
    noHeader: '見出し行なし',
    headerIn: (line) => `見出しは${String(line)}行目`,
  },

  lines: (lines, header, blank, records) =>
    `全${formatCount(lines)}行 = 見出し${formatCount(header)}行 + 空行${formatCount(blank)}行 + レコード${formatCount(records)}行`,
  tidied: '整えた値など：',
  tidiedValues: {
    trimmed: (values) => `名前の空白の整理${formatCount(values)}件`,
    rounded: (values) => `価格の四捨五入${formatCount(values)}件`,
    refund: (values) => `返金${formatCount(values)}件`,
    zero: (values) => `価格がゼロ${formatCount(values)}件`,
  },
  example: (line, raw) => `${formatCount(line)}行目 ${raw}`,
  exampleOf: (line, raw, clean) => `${formatCount(line)}行目「${raw}」→「${clean}」`,
  examples: (examples) => [
    '（',
    ...examples.flatMap((name, index) => (index === 0 ? [{ name }] : ['、', { name }])),
    '）',
  ],

  checks: {
    label: '検証',
    underWay: 'レポートを検証しています…',
    notMade:
      '検証の処理が停止したため、レポートを検証できませんでした。検証するには、ファイルをもう一度読み込んでください。',
    allHold: (checks) => `${formatCount(checks)}項目の検証にすべて合格`,
    someHold: (held, checks) => `${formatCount(checks)}項目中${formatCount(held)}項目の検証に合格`,
    holds: (rule) => `${rule}。`,
    doesNotHold: '不合格：',
    broken: (rule, places, orMore) =>
      `${rule}。これに反するものが${formatCount(places)}か所${orMore ? '以上' : ''}あります。`,
    more: (places) => `ほか${formatCount(places)}か所`,
    manyMore: 'ほか多数',
  },

  hints: {
    summary: (hints) => `ご確認いただきたい点が${formatCount(hints)}件`,
    about: 'これらについて値は変更していません。誤りかどうかはご判断ください。',
    more: (hints) => `ほか${formatCount(hints)}件`,
  },

  rejected: {
    title: (records) => `除外 ${formatCount(records)}件`,
    about:
      'どのレポートにも含まれません。rejected_rows.csvで修正してここにドロップし、「追加」を選んでください。',
    count: (records) => `（${formatCount(records)}件）`,
    caption: (reason) => `除外したレコードの先頭部分（${reason}）`,
    line: '行',
    fileAndLine: 'ファイルと行',
    place: (file, line) => `${file}、${formatCount(line)}`,
    asItStands: 'ファイルの記載のまま',
    empty: '（空）',
  },
};
