import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

/** Maps Looker Studio's English terms to its Japanese terms, as far as these are certain. */
const JAPANESE_TERMS = new Map([
  ['Chart', 'グラフ'],
  ['Scorecard', 'スコアカード'],
  ['Table with bars', '表'],
  ['Data source', 'データソース'],
  ['Dimension', 'ディメンション'],
  ['Metric', '指標'],
  ['Filter', 'フィルタ'],
  ['Sort', '並べ替え'],
  ['Ascending', '昇順'],
  ['Descending', '降順'],
  ['Sum', '合計'],
]);

/** Texts about loading the tables into BigQuery and opening them in Looker Studio. */
export const looker: Messages['looker'] = {
  open: 'BigQueryとLooker Studio',
  close: '閉じる',
  names:
    'Looker Studioは2026年4月に、再びData Studio（データスタジオ）という名称になりました。どちらも同じ製品です。',

  place: '表の保存先',
  project: 'プロジェクトID',
  projectHint: 'Google Cloudコンソールに表示されるIDです。プロジェクトの名前や番号ではありません。',
  dataset: 'データセット',
  datasetHint: 'まだない場合は作成されます。',
  location: 'ロケーション（任意）',
  locationHint:
    '新しいデータセットの場所です（EU、US、asia-northeast1など）。空欄の場合はBigQueryが選びます。',
  kept: '入力した内容はこのブラウザに記憶され、ページのアドレスには含まれません。',
  projectFaults: {
    domain:
      'コロンの前にドメインがあるのは古い形式のプロジェクトで、load.shでは使えません。ドメインのないプロジェクトをお使いください。',
    characters:
      'プロジェクトIDに使えるのは、半角の英小文字、数字、ハイフンだけです（a-z、0-9、-）。',
    start: 'プロジェクトIDは半角の英小文字で始まります。数字だけのものはプロジェクト番号です。',
    length: 'プロジェクトIDは6〜30文字です。',
    end: 'プロジェクトIDの末尾にハイフンは使えません。',
  },
  datasetFaults: {
    characters:
      'データセット名に使えるのは、半角の英字、数字、アンダースコアだけです（A-Z、a-z、0-9、_）。プロジェクトは含めません。',
    length: 'データセット名は1,024文字までです。',
  },
  locationFaults: {
    characters: 'ロケーションはEU、US、asia-northeast1のような名前です（半角の英数字とハイフン）。',
    unfinished: 'ロケーションの名前が途中です（例：EU、US、asia-northeast1）。',
  },

  steps: '手順',
  kit: '「BigQueryキットをダウンロード」でキットをダウンロードし、ZIPをCloud Shellにアップロードして展開します。',
  run: 'キットのフォルダーで次の行を実行します。表の読み込みと検証が行われます。',
  copy: '行をコピー',
  copied: 'コピーしました。',
  copyForbidden:
    'ブラウザがコピーを許可していません。行を選択したので、キーボードでコピーしてください。',
  lineLabel: '実行する行',
  report: (tables) => `${String(tables)}つの表をデータソースとする空のレポートを開き、保存します。`,
  link: '空のレポートを開く',
  linkHint: '新しいタブで開きます',
  notYet: '上の項目を正しく入力すると、実行する行とリンクがここに表示されます。',
  sent: 'リンクを開いたときにGoogleに送られるのは、リンクに含まれるプロジェクト、データセット、表の名前だけです。レポートからBigQueryへのクエリの料金は、このプロジェクトに請求されます。',

  recipe: '以前のダッシュボードの6つのグラフ',
  howTo:
    'Looker Studioはグラフを自動では作りません。それぞれ「Add a chart」（グラフを追加）で追加し、横のパネルで次のとおり設定します。フィルタは「Add a filter」（フィルタを追加）で設定します。名前はグラフの上にテキストとして入れます。',
  warningLabel: 'customer_countは合計しないでください。',
  warning:
    '複数のレストランに来店したお客様は、それぞれのレストランで数えられています。合計（Sum）や集計行、フィルタを外したスコアカードでは、同じお客様が何度も数えられます。すべてのレストランを通したお客様数には、customer_statsのRecord Countを使ってください。',
  print: '手順書を印刷',
  missing: (roles) =>
    `ファイルに${roles.map((role) => ROLE_WORDS[role]).join('と')}の列がないため、作成できません。`,
  someRestaurant: 'レストランの名前（表にあるとおりに入力）',
  term: (english) => {
    const japanese = JAPANESE_TERMS.get(english);
    return japanese === undefined ? english : `${english}（${japanese}）`;
  },
  notes: {
    customerCount:
      'フィルタで1行に絞るため、最大値がその行の値になります。最大値なら、同じお客様を重複して数えません。',
    totalRevenue: '売上は合計できます。フィルタがない場合は、すべてのレストランの売上になります。',
    popularDishes:
      'レストランごとに最大5品で、最も人気の料理が1位です。1位だけにするには、フィルタでpopularity_rankをEqual to (=) 1とします。',
    profitableDishes:
      'レストランごとに最大5品で、売上の最も多い料理が1位です。1位だけにするには、フィルタでprofit_rankをEqual to (=) 1とします。',
    topCustomers: '同率のお客様は名前順に並びます。来店回数はこの表にはありません。',
    frequentVisitors: 'レストランごとに1行です。来店回数が同率の場合は、名前順で先のお客様です。',
  },
};
