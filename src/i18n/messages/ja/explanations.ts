import { formatCount } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, text } from '../../text';
import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

const kept = (lines: number) => `採用した注文行${formatCount(lines)}行`;

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `${ROLE_WORDS[role]}の列`).join('と');
}

function ranked(by: string): string {
  return `同じ順位は2つありません。${by}の順、同じ料理どうしは名前順（Unicodeの文字順）です。1位が同率のときは、その横に表示します。`;
}

/** What the numbers of a report mean, in sentences with the load's own figures. */
export const explanations: Messages['explanations'] = {
  terms: {
    what: '内容',
    madeFrom: '元の行',
    leftOut: '除外',
    names: '名前',
    money: '金額',
    order: '並び順',
    ties: '同率',
  },
  names:
    '名前は、前後の空白を除き、途中の連続した空白を1つにまとめ、UnicodeのNFCに揃えて比べます。大文字と小文字は区別します。',
  money:
    '正確な小数で計算します。各価格は小数第2位までに四捨五入し、合計したあとは丸めません。0未満の価格は返金とし、ほかの価格から差し引きます。',
  restaurantStats: {
    what: (customer, amount) => {
      const counted =
        customer === null
          ? ['レストランごとの注文行の数']
          : text`レストランごとの、${customer} にある異なる名前の数`;
      return amount === null
        ? text`${counted}です。`
        : text`${counted}と、その行の ${amount} の合計です。`;
    },
    order: 'レストランは名前順（Unicodeの文字順）です。順位は付けていません。',
  },
  popularDishes: {
    what: (dish, orders) =>
      text`レストランごとに、${dish} にある料理のうち注文の多い5品です。${orders}`,
    ties: ranked('注文数'),
  },
  profitableDishes: {
    what: (dish, amount) =>
      text`レストランごとに、${dish} にある料理のうち売上の高い5品です。売上は、その行の ${amount} の合計です。料理の原価はわかりません。`,
    ties: ranked('売上'),
  },
  customerStats: {
    what: (names, customer) =>
      text`${customer} にある異なる名前${formatCount(names)}件と、それぞれの注文行があるレストランの数です。`,
    ties: 'お客様は、来店したレストランの数、全体の来店回数、名前（Unicodeの文字順）の順です。来店回数が同じレストランどうしでは、名前順で先のものを最も多く来店したレストランとします。',
  },
  frequentVisitors: {
    what: (customer) =>
      text`レストランごとに、${customer} にある名前のうち注文行が最も多いものです。来店1回は注文行1行です。`,
    ties: '同率のお客様のうち、表には名前順（Unicodeの文字順）で先のお客様を載せ、同率であることを横に表示します。レストランは来店回数の順、次に名前順です。',
  },
  cards: {
    customers: 'お客様',
    visits: '来店回数',
    revenue: '売上',
    average: '来店1回の平均',
  },
  customersOf: (customers, column, lines) =>
    text`このレストランの${kept(lines)}の、${column} にある異なる名前${formatCount(customers)}件です。`,
  customersOfAll: (customers, column, lines) =>
    text`${kept(lines)}すべての、${column} にある異なる名前${formatCount(customers)}件です。複数のレストランに来店したお客様は1人と数えます。`,
  visitsOf: (lines) =>
    `このレストランの${kept(lines)}です。来店1回は注文行1行です。どの行が同じ会計かは、ファイルからはわかりません。`,
  visitsOfAll: (lines) =>
    `${kept(lines)}です。来店1回は注文行1行です。どの行が同じ会計かは、ファイルからはわかりません。`,
  revenueOf: (amount, lines) => text`このレストランの${kept(lines)}の、${amount} の合計です。`,
  revenueOfAll: (amount, lines) => text`${kept(lines)}すべての、${amount} の合計です。`,
  average: (revenue, visits, average) =>
    `${revenue}を来店${formatCount(visits)}回で割ると${average}です（小数第2位までに四捨五入）。来店1回は注文行1行です。`,
  averageOfPriced: '売上を、価格の列があるファイルの来店回数で割ったものです。',
  columns: (names, more) =>
    more > 0
      ? text`${joinTexts(names, '、')} またはほか${formatCount(more)}列`
      : joinTexts(names, '、', ' または '),
  timesQuantity: (price, quantity, some) =>
    some === null
      ? text`${price} × ${quantity}`
      : text`${price}（${formatCount(some.all)}ファイル中${formatCount(some.files)}ファイルでは ${quantity} を掛けた額）`,
  oneOrder: '注文行1行が注文1回です。',
  ordersByQuantity: (quantity, some) =>
    some === null
      ? text`注文行1行の注文数は、その ${quantity} の値です。`
      : text`注文行1行が注文1回です。${formatCount(some.all)}ファイル中${formatCount(some.files)}ファイルでは、その ${quantity} の値です。`,
  allLines: (lines) => `${kept(lines)}すべてです。`,
  linesOfFiles: (lines, all, roles) =>
    `${kept(all)}のうち、${columnsOf(roles)}があるファイルの${formatCount(lines)}行です。`,
  linesOfRestaurant: (lines, all) =>
    `${kept(all)}のうち、このレストランの${formatCount(lines)}行です。`,
  linesOfRestaurantInFiles: (lines, roles) =>
    `このレストランの${kept(lines)}のうち、${columnsOf(roles)}があるファイルの行です。`,
  nothingLeftOut: (read) =>
    `ありません。読み込んだレコード${formatCount(read)}件に、除外したものはありません。`,
  leftOut: (read, rejected, reasons, more, isTwice) => {
    const named = reasons.map(({ reason, records }) => `${reason}（${formatCount(records)}件）`);
    const all = more > 0 ? [...named, `ほか${formatCount(more)}種類の理由`] : named;
    const twice = isTwice ? '理由が複数あるレコードは、それぞれに数えます。' : '';
    return `読み込んだレコード${formatCount(read)}件のうち${formatCount(rejected)}件を除外しました：${all.join('、')}。${twice}`;
  },
};
