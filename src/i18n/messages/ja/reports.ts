import { formatCount } from '../../format';
import type { Role } from '../../../domain/roles';
import { joinTexts, text, type Text } from '../../text';
import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

/** Formats a list as `A、B、C` or as `A、Bほか4品`. */
const list =
  (counter: string) =>
  (names: readonly Text[], more: number): Text =>
    more === 0
      ? joinTexts(names, '、')
      : text`${joinTexts(names, '、')}ほか${formatCount(more)}${counter}`;

function columnsOf(roles: readonly Role[]): string {
  return roles.map((role) => `${ROLE_WORDS[role]}の列`).join('と');
}

function rank(place: number, all: number, counter: string): string {
  return all === 1
    ? `この1${counter}だけです。`
    : `${formatCount(all)}${counter}中${formatCount(place)}位です。`;
}

function visited(restaurants: number, all: number): string {
  if (restaurants < all) return `${formatCount(all)}店舗中${formatCount(restaurants)}店舗`;
  return all === 1 ? '唯一のレストラン' : `全${formatCount(all)}店舗`;
}

/** Questions, definitions, labels and findings of the reports and their charts. */
export const reports: Messages['reports'] = {
  columns: {
    restaurant: 'レストラン',
    dish: '料理',
    firstName: 'お客様名',
    customers: 'お客様数',
    visits: '来店回数',
    revenue: '売上',
    orders: '注文数',
    restaurantsVisited: '来店レストラン数',
    mostVisitedRestaurant: '最多来店レストラン',
    mostFrequentVisitor: '最も多く来店したお客様',
    rankByOrders: '注文順位',
    rankByRevenue: '売上順位',
    rankByVisits: '来店順位',
  },
  restaurantStats: {
    question: (restaurant) =>
      restaurant === null
        ? 'レストラン全体で、来店したお客様は何人、売上はいくらですか？'
        : `${restaurant}に来店したお客様は何人、売上はいくらですか？`,
    definition:
      'お客様数はファイルにある異なる名前の数、来店回数は注文行の数、売上は採用した行の合計です。',
    caption: 'レストラン別のお客様数と売上',
  },
  popularDishes: {
    question: (restaurant) =>
      restaurant === null
        ? '各レストランで最も人気のある料理は何ですか？'
        : `${restaurant}で最も人気のある料理は何ですか？`,
    definition:
      'レストランごとに、注文数の多い上位5品です。注文数は注文行の数です。ファイルに数量があれば、その合計です。',
    definitionOfAll:
      'すべての料理を注文数の多い順に並べています。注文数は注文行の数です。ファイルに数量があれば、その合計です。',
    caption: '料理別の注文数',
  },
  profitableDishes: {
    question: (restaurant) =>
      restaurant === null
        ? '各レストランで最も稼いだ料理は何ですか？'
        : `${restaurant}で最も稼いだ料理は何ですか？`,
    definition:
      '「稼いだ」とは、売上の合計が最も高いことです。ファイルにあるのはお客様が支払った額で、料理の原価ではありません。',
    caption: '料理別の売上',
  },
  customerStats: {
    question: (restaurant) =>
      restaurant === null
        ? '最も多くのレストランに来店したお客様は誰ですか？'
        : `${restaurant}のお客様のうち、最も多くのレストランに来店したのは誰ですか？`,
    definition:
      'お客様を、来店レストラン数の多い順、次に全体の来店回数の多い順に並べています。注文行1行を来店1回と数えます。',
    caption: 'お客様別の来店レストラン数',
  },
  frequentVisitors: {
    question: (restaurant) =>
      restaurant === null
        ? '各レストランに最も多く来店したお客様は誰ですか？'
        : `${restaurant}に最も多く来店したお客様は誰ですか？`,
    definition: 'レストランごとに、注文行が最も多いお客様です。',
    definitionOfAll:
      'お客様を、このレストランでの注文行の多い順に並べています。売上はその合計です。',
    caption: '各レストランに最も多く来店したお客様',
    captionOfAll: 'お客様別の来店回数',
  },
  cards: {
    customers: 'お客様数',
    visits: '来店回数',
    revenue: '売上',
    average: '来店1回あたりの平均',
    absent: 'このファイルにはありません',
    share: (percent) => `全体の${percent}`,
    perRestaurant: (figure) => `1店舗あたり${figure}`,
    besideRestaurant: {
      as: 'レストラン平均と同じ',
      below: (percent) => `レストラン平均より${percent}少ない`,
      above: (percent) => `レストラン平均より${percent}多い`,
      times: (factor) => `レストラン平均の${factor}倍`,
    },
    besideVisit: {
      as: '全体の平均と同じ',
      below: (percent) => `全体の平均より${percent}低い`,
      above: (percent) => `全体の平均より${percent}高い`,
      times: (factor) => `全体の平均の${factor}倍`,
    },
    countedOnce:
      '複数のレストランに来店したお客様は、全体では1人、各レストランでもそれぞれ1人と数えます。',
    countedInEach:
      '複数のレストランに来店したお客様は各レストランで数えるため、お客様数の割合の合計は100%を超えます。',
  },
  revenueBars: {
    title: 'レストラン別の売上',
    titleOfFirst: (shown) => `売上の多い上位${formatCount(shown)}店舗の売上`,
    finding: (first, most, last, least) =>
      `売上が最も多いのは${first}で${most}、${last}は${least}です。`,
  },
  customersBars: {
    title: 'レストラン別のお客様数',
    titleOfFirst: (shown) => `お客様数の多い上位${formatCount(shown)}店舗のお客様数`,
    finding: (first, most, last, least) =>
      `お客様数が最も多いのは${first}で${most}人、${last}は${least}人です。`,
  },
  histogram: {
    title: '来店レストラン数別のお客様数',
    finding: (customers, all, most, usual) => {
      const first = `お客様${formatCount(all)}人中${formatCount(customers)}人が、最多の${formatCount(most)}店舗に来店しています。`;
      return usual === null
        ? first
        : `${first}最も多いのは${usual.visited}店舗に来店したお客様で、${formatCount(usual.customers)}人です。`;
    },
  },
  leads: {
    tied: '同率1位',
    close: '僅差',
    chance:
      '「僅差」とは、本来は差がなくても、偶然だけでこの程度の差がつくことがある、という意味です（同様のファイル20件に1件を超える割合）。',
    withFigure: (name, figure) => text`${name}（${figure}）`,
    dishes: list('品'),
    customers: list('人'),
    firstOf: (customers) => [`この表の先頭の${formatCount(customers)}人`],
    travellers: (who, restaurants, all, most) => {
      const first = text`${who}が${visited(restaurants, all)}に来店し、同率1位です。`;
      if (most === null) return first;
      const visits = formatCount(most.visits);
      return most.customers === 1
        ? text`${first}このうち来店回数が最も多いのは${most.names}で、${visits}回です。`
        : text`${first}このうち来店回数が最も多いのは${most.names}で、それぞれ${visits}回です。`;
    },
  },
  details: {
    dishCaption: '各レストランでのこの料理',
    ordered: (orders, restaurants, place, dishes) =>
      `${formatCount(restaurants)}店舗で注文${formatCount(orders)}件。注文数では${rank(place, dishes, '品')}`,
    earned: (revenue, place, dishes) => `売上は${revenue}。売上では${rank(place, dishes, '品')}`,
    customerCaption: '各レストランでのこのお客様',
    visited: (restaurants, place, customers) =>
      `${formatCount(restaurants)}店舗に来店。来店レストラン数では${rank(place, customers, '人')}`,
    visits: (visits, revenue) =>
      `来店は全部で${formatCount(visits)}回${revenue === null ? '' : `、売上は${revenue}`}です。`,
  },
  absences: {
    absent: (roles, files) =>
      `${files === 1 ? 'このファイル' : 'これらのファイル'}にはありません。このレポートには${columnsOf(roles)}が必要です。`,
    without: (role, files) =>
      `${files === 1 ? 'このファイルに' : 'どのファイルにも'}${ROLE_WORDS[role]}の列がありません。`,
    withoutInSome: (role, files, all) =>
      `${formatCount(all)}ファイル中${formatCount(files)}ファイルには${ROLE_WORDS[role]}の列がありません。その列が必要なところでは、これらのファイルの行を数えません。`,
  },
};
