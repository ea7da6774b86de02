import { formatCount } from '../../format';
import type { Messages } from '../index';

/** Texts of the SQL console. */
export const console: Messages['console'] = {
  name: 'SQLコンソール',
  lead: '中間の集計と5つの表を、DuckDBのSQLで自由に検索・集計できます。',
  about:
    'クエリは、レポートの元データのコピーに対して、このブラウザ内で実行されます。データの変更や、ファイル・ネットワークへのアクセスはできません。',
  examples: '例',
  example: {
    everywhere: '最も多くのレストランで売れている料理',
    spenders: '最も多く支払ったお客様',
    shares: '各レストランの注文の割合',
    once: '一度だけ来店したお客様',
    unprofitable: '人気は高いが売上上位ではない料理',
  },
  query: 'クエリ',
  run: '実行',
  stop: '停止',
  keys: 'Ctrl + Enterで実行します。',
  keysOfMac: '⌘ + Enterで実行します。',
  tables: '表',
  types: '名前はVARCHAR、件数はBIGINT、金額はDECIMAL(38, 2)です。',
  starting: 'コンソールのエンジンを起動しています…',
  running: '実行中…',
  result: 'クエリの結果',
  rows: (rows) => `${formatCount(rows)}行`,
  firstRows: (rows) =>
    `最初の${formatCount(rows)}行だけを表示しています。ダウンロードも同じ行数です。`,
  before: '以前のファイルの結果です。今のファイルの結果を見るには、もう一度実行してください。',
  download: 'query.csv をダウンロード',
  refused: 'クエリを実行できませんでした。',
  noQuery:
    '一度に実行できるのは、読み取り専用のクエリ1つだけです（SELECT、FROM、WITH、VALUES、DESCRIBE、SUMMARIZE、SHOW TABLES）。',
  lost: 'クエリの負荷が大きすぎたため、エンジンが停止しました。次のクエリは新しいエンジンで実行します。',
  failed: 'コンソールのエンジンを起動できませんでした。もう一度実行してください。',
  stopped: '停止しました。次のクエリは新しいエンジンで実行します。',
  overtaken:
    'クエリの実行中に別のファイルが読み込まれたため、中断しました。もう一度実行してください。',
};
