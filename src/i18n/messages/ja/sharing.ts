import type { Messages } from '../index';

/** Hidden names and the stand-alone report. */
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
    'rejected_rows.csvでも名前は隠れます。お客様は仮名になり、名前を含むおそれのある値は出力しません。行番号を手がかりに、元のファイルを直してください。',
  download: 'HTMLレポートをダウンロード',
  reportTitle: (file, files) =>
    files === 1 ? `${file}の注文` : `${file}ほか${String(files - 1)}ファイルの注文`,
  reportMade: (day) => `${day}にDishboardで作成。合計と順位のみを載せ、個々の注文は含みません。`,
  reportHidden: 'お客様の名前は仮名です。',
  reportFoot:
    '来店1回は注文の1行です。金額は正確な十進数です。「稼いだ」とは売上の合計が最も高いことです（料理の原価は不明です）。',
  receipt: '読み込み結果',
  file: 'ファイル',
  allFiles: 'すべてのファイル',
  lines: '行',
  read: '読み込んだレコード',
  kept: '採用',
  rejected: '除外',
  moreRows: (_, figure) => `残り${figure}行はダウンロードする表にあります。`,
  average: (figure) => `平均 ${figure}`,
};
