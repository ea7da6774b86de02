import type { Messages } from '../index';

/** What dishes cost to make. */
export const costs: Messages['costs'] = {
  dish: '料理',
  orders: '注文数',
  price: '平均価格',
  cost: '原価',
  margin: '1注文あたりの粗利',
  total: '粗利の合計',
  quarter: '区分',
  quarters: {
    seldomHigh: '注文が少なく、粗利が高い',
    oftenHigh: '注文が多く、粗利が高い',
    seldomLow: '注文が少なく、粗利が低い',
    oftenLow: '注文が多く、粗利が低い',
  },
  title: '料理：注文数と粗利',
  titleOf: (restaurant) => `${restaurant}の料理：注文数と粗利`,
  titleOfAll: '全レストランの料理：注文数と粗利',
  tableCaption: '注文数と粗利で見た料理',
  point: (_orders, count, margin) => `注文${count}件、粗利${margin}`,
  quarterHas: (quarter, names, more) =>
    `${quarter}：${names.length === 0 ? 'なし' : names.join('、')}${more === null ? '' : `、ほか${more}品`}。`,
  averages: (orders, margin) =>
    `1品あたりの平均注文数は${orders}件、1注文の平均粗利は${margin}です。`,
  howToRead: (orders, margin) =>
    `点の1つ1つが料理です。縦線の右は注文数が料理の平均（${orders}）以上、横線の上は粗利が注文の平均（${margin}）以上の料理です。粗利は、料理の平均価格から原価を引いた額です。注文数が2倍になるごとに、同じ幅だけ右に進みます。`,
  oneDish:
    'どのレストランの料理も、同じ名前なら1品と数えています。レストランを選ぶと、そのメニューが表示されます。',
  drawn: (dishes, drawn) =>
    `原価がわかる${dishes}品のうち、注文の多い${drawn}品を表示しています。平均は全品のものです。`,
  withoutCost: (_dishes, count) => `原価がわからない${count}品は含まれていません：`,
  comma: '、',
  andMore: (more) => (more === null ? '。' : `、ほか${more}品。`),
  leftOut: (_dishes, count) =>
    `${count}品は含まれていません。価格や注文がないか、返金が売上を上回っています。`,
  tooFew: (known, all) =>
    `粗利は表示できません。${all}品のうち、原価がわかるのは${known}品です。原価表の料理名は、注文データと同じ表記にしてください。`,
  revenueStays:
    'この順位は、原価表の有無にかかわらず売上によるものです。原価を引いた実際の粗利は、下のメニューにあります。',

  lists: '料理の原価',
  facts: (_dishes, count) => `料理の原価、${count}品`,
  waiting: '料理の原価。注文データを待っています。ファイルを選ぶか、ドロップしてください',
  remove: '外す',
  removeNamed: (name) => `${name} を外す`,
  areOrders: '注文データとして読む',
  areOrdersNamed: (name) => `${name} を注文データとして読む`,
  unusable: (_lines, count, places, more) =>
    `料理と原価を読み取れない行が${count}行あります：${places.join('、')}${more === null ? '' : `、ほか${more}行`}。`,
  place: (line, reasons, text) =>
    text === '' ? `${line}行目（${reasons}）` : `${line}行目（${reasons}「${text}」）`,
  reasons: {
    'missing dish': '料理名なし',
    'missing price': '原価なし',
    'bad price': '数値ではない原価',
    'price out of range': '範囲外の原価',
    'too few columns': '列の不足',
    'too many columns': '列の過多',
    'invalid encoding': '文字化け',
    'unclosed quote': '閉じていない引用符',
    'total row': '合計行',
  },
  negative: (places, more) =>
    `0未満の原価は使いません：${places.join('、')}${more === null ? '' : `、ほか${more}件`}。`,
  several: (places, more) =>
    `原価が複数ある料理には、どれも使いません：${places.join('、')}${more === null ? '' : `、ほか${more}件`}。料理ごとに1つだけ残してください。`,
  fault: (line, dish, cost) => `${line}行目の${dish}（${cost}）`,

  holds: 'ファイルの内容',
  holdsOrders: '注文',
  holdsCosts: '料理の原価',
  outcome: 'メニューに各料理の粗利が表示されます。レポートと表は変わりません。',
  goOn: 'この原価を使う',

  guideTerm: '料理の原価',
  guide:
    '任意。料理と原価の2列だけの別ファイルです。メニューに、価格の代わりに粗利が表示されます。',
};
