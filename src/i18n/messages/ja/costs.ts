import type { Messages } from '../index';

/** Texts about dish costs and margins. */
export const costs: Messages['costs'] = {
  dish: '料理',
  orders: '注文数',
  price: '平均価格',
  cost: '原価',
  margin: '注文1件あたりの粗利',
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
    `料理1品の平均注文数は${orders}件、注文1件の平均粗利は${margin}です。`,
  howToRead: (orders, margin) =>
    `1つの点が1品の料理です。縦線より右は注文数が平均（${orders}件）以上、横線より上は注文1件あたりの粗利が平均（${margin}）以上の料理です。粗利は、平均価格から原価を引いた額です。右へ同じ幅だけ進むごとに、注文数が2倍になります。`,
  oneDish:
    'ここでは、同じ名前の料理をすべてのレストランでまとめて数えています。レストランを選択すると、そのメニューだけを表示します。',
  drawn: (dishes, drawn) =>
    `原価がわかる${dishes}品のうち、注文の多い${drawn}品を表示しています。平均は全品のものです。`,
  withoutCost: (_dishes, count) => `原価がわからない${count}品は含まれていません：`,
  comma: '、',
  andMore: (more) => (more === null ? '。' : `、ほか${more}品。`),
  leftOut: (_dishes, count) =>
    `価格や注文がない、または返金が売上を上回る${count}品は含まれていません。`,
  tooFew: (known, all) =>
    `粗利を表示できません。${all}品のうち、原価がわかるのは${known}品だけです。料理の原価のファイルでは、料理名を注文データと同じ表記にしてください。`,
  revenueStays:
    'この順位は、料理の原価の有無にかかわらず、売上で決まります。価格から原価を引いた実際の粗利は、下のメニューをご覧ください。',

  lists: '料理の原価',
  facts: (_dishes, count) => `料理の原価、${count}品`,
  waiting: '料理の原価。注文データを待っています。ファイルを選択するか、ドロップしてください',
  remove: '外す',
  removeNamed: (name) => `${name} を外す`,
  areOrders: '注文データとして読み込む',
  areOrdersNamed: (name) => `${name} を注文データとして読み込む`,
  unusable: (_lines, count, places, more) =>
    `料理の原価のうち、使えない行が${count}行あります：${places.join('、')}${more === null ? '' : `、ほか${more}行`}。`,
  place: (line, reasons, text) =>
    text === '' ? `${line}行目（${reasons}）` : `${line}行目（${reasons}「${text}」）`,
  reasons: {
    'missing dish': '料理なし',
    'missing price': '原価なし',
    'bad price': '原価が不正',
    'price out of range': '原価が範囲外',
    'too few columns': '列が不足',
    'too many columns': '列が多すぎる',
    'invalid encoding': '文字コードが不正',
    'unclosed quote': '引用符が閉じていない',
    'total row': '合計行',
  },
  negative: (places, more) =>
    `マイナスの原価は使えません：${places.join('、')}${more === null ? '' : `、ほか${more}件`}。`,
  several: (places, more) =>
    `原価が複数ある料理は、粗利を計算できません：${places.join('、')}${more === null ? '' : `、ほか${more}件`}。料理ごとに原価を1つだけ残してください。`,
  fault: (line, dish, cost) => `${line}行目の${dish}（${cost}）`,

  holds: 'ファイルの内容',
  holdsOrders: '注文',
  holdsCosts: '料理の原価',
  outcome: 'メニューに各料理の粗利が表示されます。レポートと表は変わりません。',
  goOn: 'この原価を使う',

  guideTerm: '料理の原価',
  guide:
    '任意。料理と原価の2列だけの別ファイルです。読み込むと、メニューに価格ではなく粗利が表示されます。',
};
