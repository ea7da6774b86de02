import { formatCount } from '../../format';
import { text } from '../../text';
import type { Messages } from '../index';

const pastOne = (file: string, files: number) =>
  files === 1 ? file : `${file} ほか${formatCount(files - 1)}ファイル`;

/** Texts about reloading files, remembered reports, and changes since the last load. */
export const refresh: Messages['refresh'] = {
  reload: 'ディスクから再読み込み',
  chooseAgain: 'ファイルを選択し直す',
  chooseHint: 'このブラウザでは、ファイルを自動で読み込み直せません。',
  unchanged: 'ファイルに変更はありません。',
  changed: {
    one: (file) => text`${{ name: file }} がディスク上で変更されています。`,
    added: (file) => text`${{ name: file }} がフォルダーに追加されています。`,
    several: (files) => [`${formatCount(files)}個のファイルがディスク上で変更されています。`],
  },
  changedLabel: '変更されたファイル',
  dismiss: '閉じる',

  remember: 'このレポートをこの端末に記憶する',
  rememberHint:
    '次の読み込みと比較するために、名前（お客様名を含む）と集計値をこのブラウザに記憶します。注文行は記憶しません。「設定」の「すべて消去」で消去できます。',
  rememberHidden:
    '次の読み込みと比較するために、名前（お客様名を除く）と集計値をこのブラウザに記憶します。注文行は記憶しません。「設定」の「すべて消去」で消去できます。',
  remembered: 'このブラウザに記憶しました。',
  notRemembered: {
    forbidden: 'ブラウザがこのページのデータの保存を許可していないため、記憶できませんでした。',
    full: 'ブラウザの保存領域に空きがないため、記憶できませんでした。',
    'too many names':
      '名前が多すぎるため、記憶しませんでした。記憶できるのは、レストラン10,000件、メニューの料理100,000件までです。',
    stopped: 'データベースエンジンが停止したため、記憶できませんでした。',
  },

  last: (file, files, moment, lines) =>
    text`前回：${{ name: pastOne(file, files) }}、${moment}、${formatCount(lines)}行。`,

  files: pastOne,
  since: {
    changed: (change, when) => `${when}から${change}`,
    same: (when) => `${when}から変化なし`,
    was: (figure, file, moment) => `${figure}（${file}、${moment}）`,
    label: (change, before) => `${change}。以前は${before}`,
  },
  moves: {
    up: (places) => `${formatCount(places)}つ上昇`,
    down: (places) => `${formatCount(places)}つ下降`,
    new: '新規',
    was: (name) => text`以前：${{ name }}`,
  },
  changes: {
    label: '前回からの変化',
    compare: '比較対象',
    lastLoad: '前回の読み込み',
    nothing: 'なし',
    comparing: '前回の読み込みと比較しています…',
    since: (file, moment) => text`${{ name: file }}（${moment}）との比較：`,
    none: '変化はありません。',
    noNames: 'レストランと料理に変化はありません。',
    newDishes: (dishes) => `新しい料理${formatCount(dishes)}品`,
    goneDishes: (dishes) => `なくなった料理${formatCount(dishes)}品`,
    newRestaurants: (restaurants) => `新しいレストラン${formatCount(restaurants)}店舗`,
    goneRestaurants: (restaurants) => `なくなったレストラン${formatCount(restaurants)}店舗`,
    more: (names) => `ほか${formatCount(names)}件`,
  },

  device: {
    title: 'この端末に保存しているもの',
    about:
      'このブラウザには、設定、ファイルの読み込み方、BigQueryの名前、仮名を作る鍵、記憶したレポートのうち、使用したものだけが保存されています。',
    forget: 'すべて消去',
    nothing: '消去するものはありませんでした。',
    removed: (items) => `消去しました：${items.join('、')}。`,
    notAll:
      'ブラウザの制限により、一部を消去できませんでした。ブラウザの設定でこのサイトのデータを消去してください。',
    items: {
      settings: '設定',
      choices: 'ファイルの読み込み方',
      bigquery: 'BigQueryの名前',
      guests: 'お客様名の非表示設定と仮名の鍵',
      loads: '記憶したレポートとファイルの場所',
      others: '別のバージョンが保存したもの',
    },
  },
};
