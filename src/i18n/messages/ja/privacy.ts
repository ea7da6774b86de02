import type { Messages } from '../index';

/** What the page does so that no file leaves the browser, and how to see it. */
export const privacy: Messages['privacy'] = {
  open: 'データはこのブラウザの外に出ません',
  locked:
    'このページはロックされています。最初のファイルを読む前に、どのサーバーにも（このページの配信元にも）接続させないようブラウザに指示しました。ページを閉じるか再読み込みするまで有効です。',
  notLocked:
    'このページはまだロックされていません。ページ自身の部品を取得しています。お手元のファイルはロックの後に読みます。',
  requests: 'ロック後にこのページが送った要求',
  try: '試す',
  tryLead: 'ページが自身の配信元のサーバーに、1語を5通りの方法で送ろうとします。',
  send: '送信を試す',
  sending: '試しています…',
  ways: {
    fetch: 'ページからの要求（fetch）',
    beacon: 'ビーコン（sendBeacon）',
    socket: '接続（WebSocket）',
    image: 'サーバーの画像',
    worker: 'ページのワーカーからの要求',
  },
  refused: 'ブラウザが拒否',
  notRefused: '拒否されず',
  allRefused: 'ブラウザがすべて拒否しました。',
  someNotRefused:
    '拒否されなかったものがあります。このブラウザまたはその中の何かが、ページのロックを守っていません。',
  check: 'ご自身で確かめる',
  offline:
    'ページが表示されたらネットワークを切り、ファイルを開いてください。ダウンロードも含め、すべて同じように使えます。',
  network:
    'または、ファイルを読む間、開発者ツールの「ネットワーク」をご覧ください。blob:で始まるアドレスはこのページのメモリで、通信ではありません。',
  beyond: 'ページではロックできないもの',
  links:
    'クリックしたリンクは通常どおり開きます。入力された内容を含むのはLooker Studioへのリンクだけで、プロジェクト・データセット・テーブルの名前に限られ、ファイルの中身は含みません。',
  browser: 'ブラウザ本体と拡張機能。',
  noTrustedTypes:
    'このブラウザには、文字列がスクリプトとして動くのを防ぐもう一つの仕組み（Trusted Types）がありません。ロックはそれがなくても有効です。',
  close: '閉じる',
};
