import type { Messages } from '../index';

/** Hidden names and the stand-alone report. */
export const sharing: Messages['sharing'] = {
  hide: 'お客様の名前を隠す',
  hideHint:
    'このページとダウンロードするすべてのファイルで、名前の代わりに仮名を使います。同じ名前には、このブラウザではいつも同じ仮名が付きます。',
  hiding: 'お客様の名前を隠しています…',
  notHidden:
    'お客様の名前を隠せなかったため、レポートを表示していません。ページを再読み込みしてください。',
  hiddenCell: '（非表示）',
  hiddenLine: (line) => `${line}行目`,
  rejectedHint:
    'rejected_rows.csvでも名前は隠れます。お客様は仮名になり、名前を含むおそれのある値は出力しません。行番号を手がかりに、元のファイルを直してください。',
};
