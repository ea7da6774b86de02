import type { Messages } from '../index';

/** Texts about hiding guest names and about the HTML report. */
export const sharing: Messages['sharing'] = {
  hide: 'お客様の名前を隠す',
  hideHint:
    'このページとダウンロードするファイルの名前が仮名になります。このブラウザでは、同じ名前は常に同じ仮名です。',
  hiding: 'お客様の名前を隠しています…',
  notHidden:
    'お客様の名前を隠せなかったため、レポートを表示していません。ページを再読み込みしてください。',
  hiddenCell: '（非表示）',
  hiddenLine: (line) => `${line}行目`,
  rejectedHint:
    'rejected_rows.csvでも名前は隠れます。お客様は仮名になり、名前を含む可能性のある値は出力しません。行番号を参考に、元のファイルを修正してください。',
  download: 'HTMLレポートをダウンロード',
  reportTitle: (file, files) =>
    files === 1 ? `${file}の注文` : `${file}ほか${String(files - 1)}ファイルの注文`,
  reportMade: (day) => `${day}にDishboardで作成。集計と順位だけを掲載し、個々の注文は含みません。`,
  reportHidden: 'お客様の名前は仮名です。',
  reportFoot:
    '注文行1行を来店1回と数えます。金額は誤差のない小数で計算しています。「稼いだ」とは売上の合計が最も高いことです（料理の原価は差し引いていません）。',
  receipt: '読み込み結果',
  file: 'ファイル',
  allFiles: 'すべてのファイル',
  lines: '行',
  read: '読み込んだ注文行',
  kept: '採用',
  rejected: '除外',
  moreRows: (_, figure) => `残り${figure}行はダウンロードする表にあります。`,
  average: (figure) => `平均 ${figure}`,
};
