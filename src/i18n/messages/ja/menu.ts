import { formatCount } from '../../format';
import type { Messages } from '../index';

/** Texts of the chart of dishes by orders and price. */
export const menu: Messages['menu'] = {
  titleOf: (restaurant) => `${restaurant}の料理：注文数と平均価格`,
  titleOfAll: '全レストランの料理：注文数と平均価格',
  title: '料理：注文数と平均価格',
  averagePrice: '平均価格',
  quarter: '区分',
  quarters: {
    seldomHigh: '注文が少なく、価格が高い',
    oftenHigh: '注文が多く、価格が高い',
    seldomLow: '注文が少なく、価格が低い',
    oftenLow: '注文が多く、価格が低い',
  },
  average: (figure) => `平均 ${figure}`,
  dish: (orders, price) => `注文${formatCount(orders)}件、${price}`,
  finding: (quarters, orders, price) => {
    const said = quarters.map(
      ({ name, dishes, more }) =>
        `${name}：${dishes.join('、') || 'なし'}${more > 0 ? `、ほか${formatCount(more)}品` : ''}。`,
    );
    return `${said.join('')}料理1品の平均注文数は${orders}件、注文1件の平均価格は${price}です。`;
  },
  howToRead: (orders, price) =>
    `1つの点が1品の料理です。縦線より右は注文数が平均（${orders}件）以上、横線より上は価格が注文1件の平均（${price}）以上の料理です。平均価格は、売上を注文数で割った額です。右へ同じ幅だけ進むごとに、注文数が2倍になります。`,
  ofAll:
    'ここでは、同じ名前の料理をすべてのレストランでまとめて数えています。レストランを選択すると、そのメニューだけを表示します。',
  drawn: (dishes, drawn) =>
    `${formatCount(dishes)}品のうち、注文の多い${formatCount(drawn)}品を表示しています。平均は全品のものです。`,
  leftOut: (dishes) =>
    `価格や注文がない、または返金が売上を上回る${formatCount(dishes)}品は含まれていません。`,
};
