import type { Messages } from '../index';

/** Texts about offline use and newer versions of the page. */
export const offline: Messages['offline'] = {
  newVersion: '新しいバージョン',
  whenYouLike: 'いつでも切り替えられます。',
  chooseAgain: 'いつでも切り替えられます。切り替えた後は、ファイルを選択し直してください。',
  reload: '今すぐ切り替える',
  kept: 'ページの再読み込みもできます。ページ全体がこのブラウザに保存されています。',
  notKept:
    'ページは開いたままにしてください。このブラウザには保存されていないため、ネットワークなしでは再読み込みできません。',
};
