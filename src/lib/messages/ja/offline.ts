import type { Messages } from '../index';

/** What the browser keeps of the page, and a newer version of it. */
export const offline: Messages['offline'] = {
  newVersion: '新しいバージョン',
  whenYouLike: 'ページを再読み込みすると切り替わります。いつでも構いません。',
  chooseAgain: 'ページを再読み込みすると切り替わります。その後、ファイルを選び直してください。',
  reload: '今すぐ読み込む',
  kept: 'ページの再読み込みもできます。ページ全体がこのブラウザに保存されています。',
  notKept:
    'ページは開いたままにしてください。このブラウザには保存されていないため、ネットワークなしでは再読み込みできません。',
};
