import { formatCount } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, text } from '../../text';
import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

const A_VISIT = '注文行1行を来店1回と数えます。';
const NO_BILLS = 'どの行が同じ会計かは、ファイルからはわかりません。';

const kept = (lines: number) => `採用した注文行${formatCount(lines)}行`;

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `${ROLE_WORDS[role]}の列`).join('と');
}

function ranked(by: string): string {
  return `順位は重複しません。${by}の順、次に名前順（Unicode順）です。1位が同率の場合は、その横に表示します。`;
}

/** Explains how the numbers of a report are computed from the loaded files. */
export const explanations: Messages['explanations'] = {
  terms: {
    what: '内容',
    madeFrom: '対象',
    leftOut: '除外',
    names: '名前',
    money: '金額',
    order: '並び順',
    ties: '同率',
  },
  names:
    '名前は、前後の空白を除き、連続する空白を1つにまとめ、Unicode（NFC）に正規化してから比較します。大文字と小文字は区別します。',
  money:
    '金額は誤差のない小数で計算します。価格は小数第3位を四捨五入し、合計は丸めません。マイナスの価格は返金として差し引きます。',
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
    order: 'レストランは名前順（Unicode順）に並びます。順位は付けていません。',
  },
  popularDishes: {
    what: (dish, orders) =>
      text`レストランごとに、${dish} にある料理のうち注文の多い5品です。${orders}`,
    ties: ranked('注文数'),
  },
  profitableDishes: {
    what: (dish, amount) =>
      text`レストランごとに、${dish} にある料理のうち売上の高い5品です。売上は、その行の ${amount} の合計です。料理の原価は差し引いていません。`,
    ties: ranked('売上'),
  },
  customerStats: {
    what: (names, customer) =>
      text`${customer} にある異なる名前${formatCount(names)}件と、それぞれの注文行があるレストランの数です。`,
    ties: 'お客様は、来店レストラン数、全体の来店回数、名前（Unicode順）の順に並びます。来店回数が同じレストランがある場合は、名前順で先のものを最多来店レストランとします。',
  },
  frequentVisitors: {
    what: (customer) =>
      text`レストランごとに、${customer} にある名前のうち注文行が最も多いものです。${A_VISIT}`,
    ties: 'お客様が同率の場合は、名前順（Unicode順）で先のお客様を表に載せ、同率であることを横に表示します。レストランは来店回数の順、次に名前順です。',
  },
  cards: {
    customers: 'お客様数',
    visits: '来店回数',
    revenue: '売上',
    average: '来店1回あたりの平均',
  },
  customersOf: (customers, column, lines) =>
    text`このレストランの${kept(lines)}のうち、${column} にある異なる名前は${formatCount(customers)}件です。`,
  customersOfAll: (customers, column, lines) =>
    text`${kept(lines)}のうち、${column} にある異なる名前は${formatCount(customers)}件です。複数のレストランに来店したお客様も1人と数えます。`,
  visitsOf: (lines) => `このレストランの${kept(lines)}です。${A_VISIT}${NO_BILLS}`,
  visitsOfAll: (lines) => `${kept(lines)}です。${A_VISIT}${NO_BILLS}`,
  revenueOf: (amount, lines) => text`このレストランの${kept(lines)}の ${amount} を合計した額です。`,
  revenueOfAll: (amount, lines) => text`${kept(lines)}すべての ${amount} を合計した額です。`,
  average: (revenue, visits, average) =>
    `${revenue}を来店${formatCount(visits)}回で割ると${average}です（小数第3位を四捨五入）。${A_VISIT}`,
  averageOfPriced: '売上を、価格の列があるファイルの来店回数で割ったものです。',
  columns: (names, more) =>
    more > 0
      ? text`${joinTexts(names, '、')} またはほか${formatCount(more)}列`
      : joinTexts(names, '、', ' または '),
  timesQuantity: (price, quantity, some) =>
    some === null
      ? text`${price} × ${quantity}`
      : text`${price}（${formatCount(some.all)}ファイル中${formatCount(some.files)}ファイルでは ${quantity} を掛けた額）`,
  oneOrder: '注文行1行を注文1件と数えます。',
  ordersByQuantity: (quantity, some) =>
    some === null
      ? text`${quantity} の値を、注文行の注文数とします。`
      : text`注文行1行を注文1件と数えます。${formatCount(some.all)}ファイル中${formatCount(some.files)}ファイルでは、${quantity} の値を注文数とします。`,
  allLines: (lines) => `${kept(lines)}すべてです。`,
  linesOfFiles: (lines, all, roles) =>
    `${kept(all)}のうち、${columnsOf(roles)}があるファイルの${formatCount(lines)}行です。`,
  linesOfRestaurant: (lines, all) =>
    `${kept(all)}のうち、このレストランの${formatCount(lines)}行です。`,
  linesOfRestaurantInFiles: (lines, roles) =>
    `このレストランの${kept(lines)}のうち、${columnsOf(roles)}があるファイルの行です。`,
  nothingLeftOut: (read) =>
    `ありません。読み込んだ注文行${formatCount(read)}行をすべて採用しました。`,
  leftOut: (read, rejected, reasons, more, isTwice) => {
    const named = reasons.map(({ reason, records }) => `${reason}（${formatCount(records)}行）`);
    const all = more > 0 ? [...named, `ほか${formatCount(more)}種類の理由`] : named;
    const twice = isTwice ? '理由が複数ある行は、それぞれの理由に数えます。' : '';
    return `読み込んだ注文行${formatCount(read)}行のうち${formatCount(rejected)}行を除外しました：${all.join('、')}。${twice}`;
  },
};
