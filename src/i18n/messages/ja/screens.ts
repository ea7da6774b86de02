import { formatCount } from '../../format';
import type { Messages } from '../index';

/** Texts of the page around the reports. */
export const screens: Messages['screens'] = {
  masthead: {
    tagline: '誰が来て、何が売れ、いくら稼いだか',
    choose: 'CSVファイルを選択',
  },
  footer: {
    made: 'このブラウザ内で、DuckDBを使って作成しています。ファイルはこの端末の中で読み込まれ、どこにも送信されません。',
    licences: 'ライセンス',
  },
  dropToLoad: 'ドロップして読み込み',
  pastedCells: '貼り付けたセル',
  download: (file) => `${file} をダウンロード`,
  downloadAll: 'すべてダウンロード（ZIP）',
  downloadFailed:
    'このファイルを作成できませんでした。もう一度試すか、ページを再読み込みしてファイルを読み込み直してください。',
  downloadKit: 'BigQueryキットをダウンロード',
  sample: 'サンプルを見る',
  cancel: 'キャンセル',

  status: {
    idle: 'ファイルは読み込まれていません。CSVファイルを選択するか、このページにドロップしてください。',
    engine: 'データベースエンジンをダウンロードしています。',
    reading: (files) => `${files} を読み込んでいます。`,
    readPart: (files, percent) =>
      `${files} を読み込んでいます。${String(percent)}パーセント完了しました。`,
    asking: '読み込む前に、ファイルについての質問にお答えください。',
    changing: 'ファイルの読み込み方を変更できます。',
    placing: 'レポートを置き換えますか、追加しますか？',
    ready: (read, kept, rejected) =>
      `レポートができました。注文行の読み込み${formatCount(read)}行、採用${formatCount(kept)}行、除外${formatCount(rejected)}行です。`,
    failed: 'ファイルを読み込めませんでした。',
  },

  progress: {
    label: '進行状況',
    engine: 'データベースエンジンをダウンロード中',
    reading: (files) => `${files} を読み込み中`,
    loaded: (loaded, total) => `${total} 中 ${loaded}`,
    starting: (loaded, total) => `${total} 中 ${loaded}、エンジンを起動中`,
    read: (read, total, records) => `${total} 中 ${read}、注文行${formatCount(records)}行`,
    making: (read, total, records) =>
      `${total} 中 ${read}、注文行${formatCount(records)}行、レポートを作成中`,
    left: {
      seconds: (speed, seconds) => `毎秒 ${speed}、残り約${formatCount(seconds)}秒`,
      minutes: (speed, minutes) => `毎秒 ${speed}、残り約${formatCount(minutes)}分`,
      hours: (speed, hours, minutes) =>
        minutes === 0
          ? `毎秒 ${speed}、残り約${formatCount(hours)}時間`
          : `毎秒 ${speed}、残り約${formatCount(hours)}時間${formatCount(minutes)}分`,
    },
  },

  failure: {
    kept: '下のレポートは、以前に読み込んだものです。',
    details: '詳細',
    matchColumns: '列を手動で指定',
    quotesAsText: '引用符を文字として読み込む',
    retry: '再試行',
    readAgain: 'ファイルを読み込み直す',
    reload: 'ページを再読み込み',
    dismiss: '閉じる',
  },

  welcome:
    '注文データをこのページにドロップするか、ファイルを選択してください（CSV、Excel、Parquet）。列の内容は自動で判別し、はっきりしない列だけお尋ねします。',

  guide: {
    title: 'ファイルの形式',
    template: 'テンプレートをダウンロード',
    lead: '列名を記した見出し行の下に、注文された料理を1行に1つずつ並べます。列の順序と名前は自由です。はっきりしない列はお尋ねします。',
    caption: 'テンプレート',
    roles: {
      restaurant: '注文を受けたレストラン。列がなければお尋ねします。',
      dish: '注文された料理。',
      customer: '注文したお客様。名前でも番号でもかまいません。',
      price: '料理1つの価格。通貨記号や小数点のコンマも読み取ります。返金は負の数です。',
      quantity: '任意。価格に掛けます。なければ1行を1つと数えます。',
    },
    missing: '列がないとき',
    whenMissing: '必要な列がないレポートには、その旨を表示します。ほかのレポートは作成します。',
    formats: '形式',
    whichFormats:
      'CSV、TSVなどのテキスト（区切り文字と文字コードは自動判別、gzipやZIPも可）、Excel（.xlsx）、Parquet。',
    waysIn: '読み込み方',
    whichWaysIn:
      'ファイルを選択するか、ファイルやフォルダーをこのページにドロップするか、表計算ソフトからコピーしたセルを貼り付けます。複数のファイルは1組のレポートにまとめます。',
  },
};
