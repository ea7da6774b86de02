import { formatCount } from '../../format';
import { text } from '../../text';
import type { Messages } from '../index';

const rows = (count: number) => `${formatCount(count)}行`;

/** Labels around tables, charts and cards. */
export const blocks: Messages['blocks'] = {
  table: {
    winner: '（1位）',
    tied: '同率：',
    search: '検索',
    copy: '表示どおりにコピー',
    copied: (count) => `${rows(count)}をコピーしました。`,
    copiedFirst: (count, all) => `${rows(all)}のうち先頭の${rows(count)}をコピーしました。`,
    copyForbidden:
      'ブラウザがコピーを許可していません。ダウンロードしたファイルにも同じ行があります。',
    sorted: (label, direction) =>
      `「${label}」の${direction === 'ascending' ? '昇順' : '降順'}に並べ替えました。`,
    unsorted: 'レポートの並び順に戻しました。',
    rows,
    found: (found, all) => `${rows(all)}中${rows(found)}`,
    allRows: (count) => `全${rows(count)}です。`,
    noMatch: (searched) => `「${searched}」に一致する行はありません。`,
    matches: (found, all, searched) =>
      `「${searched}」に一致する行は、${rows(all)}中${rows(found)}です。`,
    noRows: '行がありません',
    position: (first, last, all) =>
      `${formatCount(first)}〜${formatCount(last)}行目（全${rows(all)}）`,
    notPrinted: (left) =>
      `残りの${rows(left)}は印刷されません。ダウンロードしたファイルにはすべての行があります。`,
    pagesOf: (caption) => `${caption}のページ`,
    first: '最初',
    previous: '前へ',
    next: '次へ',
    last: '最後',
    rowsPerPage: '1ページの行数',
  },
  rankings: {
    showFirst: (count) => `先頭の${formatCount(count)}店舗だけを表示`,
    showAll: (count) => `全${formatCount(count)}店舗のレストランを表示`,
    more: (left) =>
      `ほかのレストランの${formatCount(left)}行は表示していません。レストランを選択するか、表をダウンロードしてください。`,
  },
  labelled: (label) => `${label}：`,
  inFull: (compact, full) => `${compact}、正確には${full}`,
  explain: '説明',
  explainCard: (card) => `${card}の説明`,
  meaningOf: (what) => `${what}の意味`,
  chart: {
    alt: (title, finding) => `${title}：${finding}`,
    asTable: '表で表示',
    download: 'PNGをダウンロード',
  },
  actions: {
    download: (table) => `${table}.csv をダウンロード`,
    spreadsheet: '表計算ソフト用',
    spreadsheetOf: (table) => `${table}の表計算ソフト用コピー`,
    spreadsheetHint: 'Excel用：文字化けせずに開け、セルが数式として実行されることもありません',
    explain: 'この数値の説明',
    explainOf: (table) => `この数値の説明：${table}`,
    sql: 'SQLを表示',
    sqlOf: (table) => `SQLを表示：${table}`,
  },
  picker: {
    restaurant: 'レストラン',
    all: 'すべてのレストラン',
    search: 'レストランを検索',
    more: (left) => `ほか${formatCount(left)}店舗（検索で絞り込めます）`,
    shown: (restaurant) => text`レストラン：${{ name: restaurant }}`,
    shownAll: 'レストラン：すべて',
    chip: '選択中のレストラン',
    only: (restaurant) => text`${{ name: restaurant }}のみ表示中`,
    showAll: 'すべてのレストランを表示',
  },
  details: {
    waiting: '読み込んでいます…',
    none: 'この名前はレポートにありません。',
    failed:
      'データベースエンジンが停止したため、詳細を表示できませんでした。ファイルを読み込み直してください。',
    close: '閉じる',
  },
  sql: {
    of: (name) => `${name}のSQL`,
    copy: 'SQLをコピー',
    copyOf: (name) => `${name}のSQLをコピー`,
    copied: (name) => `${name}のSQLをコピーしました。`,
    copyForbidden:
      'ブラウザがコピーを許可していません。SQLを選択したので、キーボードでコピーしてください。',
    close: '閉じる',
    standsOn: 'この表の作成手順',
    aboutStandsOn:
      'ファイルの注文行から上の表ができるまでの順に並んでいます。各クエリは、表示のとおりにこのブラウザ内のDuckDBで実行し、見出しの表を作成します。行は分割して読み込み、それぞれの集計結果を統合します。SQL内の説明は英語です。',
    beside: '一緒に表示するデータ',
    from: (names) => `${names.join('、')} から`,
    failed:
      'SQLをダウンロードできませんでした。接続を確認し、ページを再読み込みしてから、もう一度お試しください。',
    given: {
      reading: '1行だけ：読み込むファイルまたはシート、その小数点の記号、価格が行の合計かどうか。',
      raw_values: '読み込んだ部分の列にある異なる値ごとに1行：値と、読み込み時に付けた番号。',
      raw_lines: '読み込んだ部分の注文行ごとに1行：ファイルでの行番号と、各列の値の番号。',
      source_dish_sales:
        'ファイルまたはシートごとの fresh_dish_sales の行。後から1つだけ取り除けるように、分けて保持します。',
      source_customer_visits:
        'ファイルまたはシートごとの fresh_customer_visits の行。後から1つだけ取り除けるように、分けて保持します。',
    },
  },
};
