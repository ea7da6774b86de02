import { formatCount } from '../../format';
import { formatList, listTexts, text } from '../../text';
import type { Messages } from '../index';
import { ROLE_WORDS } from './role-words';

const quoted = (name: string) => text`「${{ name }}」`;

const range = (least: string, greatest: string) =>
  least === greatest ? least : `${least}〜${greatest}`;

const DIFFERENCES = {
  case: '大文字と小文字',
  width: '全角と半角',
  accents: 'アクセント記号',
};

/** Notices, checks, hints and rejection reasons. */
export const found: Messages['found'] = {
  inFile: (name, notice) => text`${{ name }}：${notice}`,
  actInFile: (file, act) => `${act}：${file}`,

  notices: {
    label: 'ファイルについてのお知らせ',
    unclosedQuote: (line, linesAfter) =>
      linesAfter === 0
        ? `${formatCount(line)}行目で始まる引用符が閉じていません。`
        : `${formatCount(line)}行目で始まる引用符が、続く${formatCount(linesAfter)}行を取り込んでいます。`,
    moreUnclosedQuotes: (count) => `ほかの${formatCount(count)}行も同様です。`,
    betweenQuotes: '次の引用符までが、1つの値として読み込まれます。',
    quoteAsText: '引用符を文字として読み込む',
    quotesAsText: 'このような引用符を文字として読み込む',

    drift: ({ firstLine, lastLine, records, columns, width }) => {
      const where =
        lastLine === null
          ? `${formatCount(firstLine)}行目以降`
          : `${formatCount(firstLine)}行目から${formatCount(lastLine)}行目まで`;
      return `${where}の${formatCount(records)}行は${formatCount(columns)}列あり、見出しの${formatCount(width)}列より${columns > width ? '多く' : '少なく'}なっています。`;
    },
    driftUnsure: 'どの列が何かを判別できないため、除外しました。',
    driftPlain: 'どの列が何かは値から判別できます。次のボタンで読み込むまでは、除外したままです。',
    readDriftToo: 'これらの行も読み込む',

    unmatchedHeader: (line, missing) =>
      `${formatCount(line)}行目は別の見出しのようですが、${formatList(missing.map((role) => ROLE_WORDS[role]))}の列がありません。以降の行も、それまでと同じ列として読み込みます。`,
    otherHeader: (line) =>
      `${formatCount(line)}行目は別の見出しです。以降の行は、その列名に従って読み込みます。`,
    sameHeader: (line) => `${formatCount(line)}行目は見出しの繰り返しのため、注文行に含めません。`,
    sameHeaders: (count, lines, areAll) =>
      `${formatCount(count)}行は見出しの繰り返しのため、注文行に含めません（${lines.map((line) => `${formatCount(line)}行目`).join('、')}${areAll ? '' : 'など'}）。`,

    totalRow: (label, amount) => (amount === null ? `「${label}」` : `「${label}」${amount}`),
    total: (line, row) =>
      `${formatCount(line)}行目は合計行（${row}）のため、どのレポートにも含めません。`,
    totalAgrees: '採用した行の合計はこれと一致します。',
    totalDiffers: (kept) => `採用した行の合計は${kept}です。`,
    totals: (rows, more) =>
      `合計行があります：${rows.map(({ line, row }) => `${formatCount(line)}行目（${row}）`).join('、')}${more > 0 ? `、ほか${formatCount(more)}行` : ''}。`,
    aboutTotals: '合計行はどのレポートにも含めません。修正の必要はありません。',
  },

  checks: {
    ourFault:
      'ファイルではなく、このページの不具合です。お手数ですが、この表示内容を添えてご報告ください。',
    theirFault:
      'レポートはファイルの内容どおりです。返金が本当に返金か、価格の正負が正しいかをご確認ください。',
    rules: {
      records_are_kept_or_rejected: 'どの注文行も、採用か除外のどちらか一方である',
      visits_reconcile: '来店回数は、採用した注文行の数と一致する',
      revenue_reconciles: '売上は、どう集計しても採用した注文行の合計と一致する',
      dish_sales_keys_are_unique: '各レストランの料理は、それぞれ1行だけで数えられている',
      customer_visits_keys_are_unique: '各レストランのお客様は、それぞれ1行だけで数えられている',
      table_keys_are_unique: 'どの表にも重複した行がない',
      ranks_are_dense: '順位は多い順に1、2、3と続いている',
      customers_visit_known_restaurants: '来店レストラン数が、全レストラン数を超えるお客様はいない',
      totals_are_not_negative: '返金が売上を上回るレストランはない',
    },
  },

  hints: {
    outlyingPrices: '同じ料理で100倍も違う価格',
    outlyingPrice: (hint) =>
      text`${quoted(hint.dish)}は${formatCount(hint.lines)}行で${range(hint.least, hint.greatest)}ですが、通常は${range(hint.leastUsual, hint.greatestUsual)}です（${formatCount(hint.usualLines)}行）。${{ name: hint.file }} の${formatCount(hint.line)}行目をご覧ください。`,
    smallRestaurants: '行がほとんどないレストラン',
    smallRestaurant: (restaurant, lines, average) =>
      text`${quoted(restaurant)}は${formatCount(lines)}行ですが、レストランの平均は${formatCount(average)}行です。`,
    alikeNames: {
      restaurant: 'よく似たレストラン名',
      dish: 'よく似た料理名',
      customer: 'よく似たお客様名',
    },
    alike: (role, names, all, differences) => {
      const parts = names.map(
        ({ name, lines }) => text`${quoted(name)}（${formatCount(lines)}行）`,
      );
      if (all > names.length) parts.push([`ほか${formatCount(all - names.length)}件`]);
      const what =
        differences.length === 0
          ? '書き方'
          : formatList(differences.map((difference) => DIFFERENCES[difference]));
      return text`${listTexts(parts)}は、${what}だけが異なります。${formatCount(all)}件の別の${ROLE_WORDS[role]}として数えています。`;
    },
    repeatedLines: '何度も繰り返される行',
    repeatedLine: (hint) =>
      text`${quoted(hint.restaurant)}で${quoted(hint.customer)}が${quoted(hint.dish)}${hint.price === null ? '' : `を${hint.price}で`}注文した同じ行が${formatCount(hint.times)}行以上あり、偶然とは考えにくい数です。${{ name: hint.file }} の${formatCount(hint.line)}行目をご覧ください。`,
  },

  reasons: {
    'missing restaurant': {
      name: 'レストランなし',
      advice: 'レストランを入力してください。',
    },
    'missing dish': { name: '料理なし', advice: '料理を入力してください。' },
    'missing customer': { name: 'お客様なし', advice: 'お客様を入力してください。' },
    'missing price': {
      name: '価格なし',
      advice: '価格を入力してください。無料の場合は0とします。',
    },
    'bad price': {
      name: '価格が不正',
      advice: '文字や単位を付けずに、4.50のような数値で入力してください。',
    },
    'price out of range': {
      name: '価格が範囲外',
      advice: '価格は100,000,000未満にしてください。小数点が抜けていないかご確認ください。',
    },
    'missing quantity': { name: '数量なし', advice: '注文の数量を入力してください。' },
    'bad quantity': {
      name: '数量が不正',
      advice: '数量は1,000,000以下の整数で入力してください。',
    },
    'too few columns': {
      name: '列が不足',
      advice: 'それぞれの値を該当する列に入力してください。元の行は raw_line にあります。',
    },
    'too many columns': {
      name: '列が多すぎる',
      advice:
        'それぞれの値を該当する列に入力してください。コンマを含む名前が引用符で囲まれていないことがよくあります。',
    },
    'invalid encoding': {
      name: '文字コードが不正',
      advice:
        '文字化けした部分を入力し直してください。多い場合は、文字コードが違う可能性があります。上の「変更」で確認してください。',
    },
    'unclosed quote': {
      name: '引用符が閉じていない',
      advice: '引用符を閉じるか、削除してください。',
    },
    'total row': {
      name: '合計行',
      advice: '対応は不要です。合計行は注文ではありません。',
    },
  },
};
