import { formatCount } from '../../format';
import { text } from '../../text';
import type { Messages } from '../index';

const rows = (count: number) => `${formatCount(count)}行`;

/** What stands around a table, a chart, a card. */
export const blocks: Messages['blocks'] = {
  table: {
    winner: '（1位）',
    tied: '同率：',
    search: '検索',
    copy: '表示どおりにコピー',
    copied: (count) => `${rows(count)}をコピーしました。`,
    copiedFirst: (count, all) => `${rows(all)}のうち先頭の${rows(count)}をコピーしました。`,
    copyForbidden: 'ブラウザがコピーを許可していません。ダウンロードにも同じ行があります。',
    sorted: (label, direction) =>
      `「${label}」の${direction === 'ascending' ? '昇順' : '降順'}に並べ替えました。`,
    unsorted: 'レポート本来の順に戻しました。',
    rows,
    found: (found, all) => `${rows(all)}中${rows(found)}`,
    allRows: (count) => `全${rows(count)}です。`,
    noMatch: (searched) => `「${searched}」に一致する行はありません。`,
    matches: (found, all, searched) =>
      `「${searched}」に一致する行は、${rows(all)}中${rows(found)}です。`,
    noRows: '行がありません',
    position: (first, last, all) =>
      `${formatCount(first)}〜${formatCount(last)}行目（全${rows(all)}）`,
    notPrinted: (left) => `残りの${rows(left)}は印刷しません。ダウンロードにはすべてあります。`,
    pagesOf: (caption) => `${caption}のページ`,
    first: '最初',
    previous: '前へ',
    next: '次へ',
    last: '最後',
    rowsPerPage: '1ページの行数',
  },
  rankings: {
    showFirst: (count) => `先頭の${formatCount(count)}軒だけ表示`,
    showAll: (count) => `全${formatCount(count)}軒のレストランを表示`,
    more: (left) =>
      `ほかのレストランの${formatCount(left)}行はここに表示していません。レストランを選ぶか、表をダウンロードしてください。`,
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
  means: {
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
    more: (left) => `…ほか${formatCount(left)}軒：検索してください`,
    shown: (restaurant) => text`レストラン：${{ name: restaurant }}`,
    shownAll: 'レストラン：すべて',
    chip: '選択中のレストラン',
    only: (restaurant) => text`${{ name: restaurant }}のみ表示中`,
    showAll: 'すべてのレストランを表示',
  },
  details: {
    waiting: '調べています…',
    none: 'この名前のものは、これらのレポートにありません。',
    failed: '処理が止まったため、調べられませんでした。ファイルを読み込み直してください。',
    close: '閉じる',
  },
  sql: {
    of: (name) => `${name}のSQL`,
    copy: 'SQLをコピー',
    copyOf: (name) => `${name}のSQLをコピー`,
    copied: (name) => `${name}のSQLをコピーしました。`,
    copyForbidden:
      'ブラウザがコピーを許可していません。テキストを選択したので、キーボードでコピーしてください。',
    close: '閉じる',
    standsOn: 'この表のもと',
    aboutStandsOn:
      'ファイルの注文行から、上の表ができるまでの順です。それぞれ、書かれているとおりにこのブラウザ内のDuckDBで実行し、見出しの表を作ります。行は少しずつ読み込み、集計した結果を合わせます。SQLの説明文は英語です。',
    beside: '横に表示するもの',
    from: (names) => `${names.join('、')} から`,
    failed:
      'SQLを取得できませんでした。接続を確認し、ページを読み込み直してからもう一度お試しください。',
    given: {
      reading: '1行だけ：読み込む注文の表、その小数点の記号、価格が行の合計かどうか。',
      raw_values: '読み込んだ部分の列にある異なる値ごとに1行：値と、読み込み時に付けた番号。',
      raw_lines: '読み込んだ部分の注文行ごとに1行：ファイルでの行番号と、各列の値の番号。',
      source_dish_sales:
        '注文の表ごとの fresh_dish_sales の行。あとから1つだけ取り除けるよう、分けて保持します。',
      source_customer_visits:
        '注文の表ごとの fresh_customer_visits の行。あとから1つだけ取り除けるよう、分けて保持します。',
    },
  },
};
