import { formatCount } from '../../format';
import type { Messages } from '../index';

/** Says what was loaded, and how many lines were kept or rejected. */
export const receipt: Messages['receipt'] = {
  label: '読み込み結果',
  sample: 'サンプルデータ',
  aboutSample:
    'お試し用の架空の注文データです。お手元の注文データをこのページにドロップしてください。',
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
    strayQuotes: '閉じていない引用符は文字として扱う',
    otherRecords: (columns) => `${String(columns)}列の行も含む`,
    noHeader: '見出し行なし',
    headerIn: (line) => `見出しは${String(line)}行目`,
  },

  lines: (lines, header, blank, records) =>
    `全${formatCount(lines)}行 = 見出し${formatCount(header)}行 + 空行${formatCount(blank)}行 + 注文${formatCount(records)}行`,
  tidied: '値の調整：',
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
      'データベースエンジンが停止したため、レポートを検証できませんでした。検証するには、ファイルを読み込み直してください。',
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
    summary: (hints) => `確認をおすすめする点：${formatCount(hints)}件`,
    about: '値は変更していません。誤りかどうかをご確認ください。',
    more: (hints) => `ほか${formatCount(hints)}件`,
  },

  rejected: {
    title: (records) => `除外した注文行：${formatCount(records)}行`,
    about:
      'どのレポートにも含まれません。rejected_rows.csvを修正してここにドロップし、「追加」を選択してください。',
    count: (records) => `（${formatCount(records)}行）`,
    caption: (reason) => `除外した注文行の先頭部分（${reason}）`,
    line: '行',
    fileAndLine: 'ファイルと行',
    place: (file, line) => `${file}、${formatCount(line)}`,
    asItStands: 'ファイルの内容',
    empty: '（空）',
  },
};
