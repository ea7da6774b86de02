import { formatCount, formatNumberOf } from '../../format';
import type { Role } from '../../../domain/roles';
import { formatList, listTexts, text, type Text } from '../../text';

const quoted = (name: string) => text`“${{ name }}”`;

const ourFault =
  'This is a fault of the page, not of your file: please report it, with what stands here.';

/** What a price can be: from the least to the greatest, each written out. */
const range = (least: string, greatest: string) =>
  least === greatest ? least : `${least} to ${greatest}`;

const PLURALS = { restaurant: 'restaurants', dish: 'dishes', customer: 'customers' };

/** What was noticed in a file: notices, checks, hints, reasons. */
export const found = {
  /** What a file is told of, beside others. */
  inFile: (name: string, notice: string): Text => text`${{ name }}: ${notice}`,
  actInFile: (file: string, act: string) => `${act}: ${file}`,

  notices: {
    label: 'About these files',
    swallow: (line: number, linesAfter: number) =>
      linesAfter === 0
        ? `Line ${formatCount(line)} opens a quote that is never closed.`
        : `Line ${formatCount(line)} opens a quote that swallowed the ${formatNumberOf(linesAfter, 'line')} after it.`,
    moreSwallows: (count: number) => `So do ${formatNumberOf(count, 'other line')}.`,
    betweenQuotes: 'What is between a quote and the next is read as one value.',
    quoteAsText: 'Read the quote as text',
    quotesAsText: 'Read such quotes as text',

    /** `lastLine`: null where they go on to the end. `width`: the header's columns. */
    drift: (drift: {
      readonly firstLine: number;
      readonly lastLine: number | null;
      readonly records: number;
      readonly columns: number;
      readonly width: number;
    }) => {
      const { firstLine, lastLine, records, columns, width } = drift;
      const where =
        lastLine === null
          ? `From line ${formatCount(firstLine)} on`
          : `Between line ${formatCount(firstLine)} and line ${formatCount(lastLine)}`;
      return `${where}, ${formatNumberOf(records, 'record')} ${records === 1 ? 'has' : 'have'} ${formatNumberOf(columns, 'column')}, where the header has ${formatCount(width)}: a column ${columns > width ? 'appears' : 'vanishes'}.`;
    },
    driftUnsure: 'Which of them is what cannot be told for sure, so they are rejected.',
    driftPlain:
      'By their values it is plain which column is what; until they are read so, they are rejected.',
    readDriftToo: 'Read these records too',

    unmatchedHeader: (line: number, missing: readonly Role[]) =>
      `Line ${formatCount(line)} looks like another header, but names no column for ${formatList(missing.map((role) => `the ${role}`))}. What follows is read as what came before.`,
    otherHeader: (line: number) =>
      `Line ${formatCount(line)} is another header: what follows is read by its names.`,
    sameHeader: (line: number) => `Line ${formatCount(line)} repeats the header, and is no record.`,
    sameHeaders: (count: number, lines: readonly number[], areAll: boolean) =>
      `${formatCount(count)} lines repeat the header, and are no records: ${lines.map((line) => `line ${formatCount(line)}`).join(', ')}${areAll ? '' : ' and so on'}.`,

    /** What a row of totals calls itself, with its amount where it has one. */
    totalRow: (label: string, amount: string | null) =>
      amount === null ? `“${label}”` : `“${label}”, ${amount}`,
    total: (line: number, row: string) =>
      `Line ${formatCount(line)} is a total (${row}): it is in no report.`,
    totalAgrees: 'The lines kept come to exactly that.',
    totalDiffers: (kept: string) => `The lines kept come to ${kept}.`,
    totals: (rows: readonly { readonly line: number; readonly row: string }[], more: number) =>
      `There are rows of totals: ${rows.map(({ line, row }) => `line ${formatCount(line)} (${row})`).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
    aboutTotals:
      'Such rows add others up: they are in no report, and no record of theirs need be mended.',
  },

  checks: {
    ourFault,
    theirFault:
      'The reports are as the file says. Look whether its refunds are refunds, and its prices have the right sign.',
    rules: {
      records_are_kept_or_rejected: 'Each record is either kept or rejected',
      visits_reconcile: 'The visits are the kept order lines',
      revenue_reconciles: 'The revenue is that of the kept order lines, however it is added up',
      dish_sales_keys_are_unique: 'Each dish of a restaurant is counted in one place',
      customer_visits_keys_are_unique: 'Each customer of a restaurant is counted in one place',
      table_keys_are_unique: 'No table has a row twice',
      ranks_are_dense: 'Ranks run 1, 2, 3 and so on, from the most to the least',
      customers_visit_known_restaurants: 'No customer visited more restaurants than there are',
      totals_are_not_negative: 'No restaurant gave back more than it took',
    },
  },

  hints: {
    outlyingPrices: 'Prices a hundred times another of the same dish',
    /** Amounts are written out. */
    outlyingPrice: (hint: {
      readonly dish: string;
      readonly lines: number;
      readonly least: string;
      readonly greatest: string;
      readonly usualLines: number;
      readonly leastUsual: string;
      readonly greatestUsual: string;
      readonly file: string;
      readonly line: number;
    }): Text =>
      text`${quoted(hint.dish)} costs ${range(hint.least, hint.greatest)} at ${formatNumberOf(hint.lines, 'line')}, and usually ${range(hint.leastUsual, hint.greatestUsual)} (${formatNumberOf(hint.usualLines, 'line')}): see ${{ name: hint.file }}, line ${formatCount(hint.line)}.`,
    smallRestaurants: 'Restaurants with next to no lines',
    smallRestaurant: (restaurant: string, lines: number, average: number): Text =>
      text`${quoted(restaurant)} has ${formatNumberOf(lines, 'line')}, where a restaurant has ${formatCount(average)} on the average.`,
    alikeNames: {
      restaurant: 'Names of restaurants that are alike',
      dish: 'Names of dishes that are alike',
      customer: 'Names of customers that are alike',
    },
    /** `all`: how many there are of them, of which these are the first. */
    alike: (
      role: 'restaurant' | 'dish' | 'customer',
      names: readonly { readonly name: string; readonly lines: number }[],
      all: number,
      differences: readonly ('case' | 'width' | 'accents')[],
    ): Text => {
      const parts = names.map(
        ({ name, lines }) => text`${quoted(name)} (${formatNumberOf(lines, 'line')})`,
      );
      if (all > names.length) parts.push([`${formatCount(all - names.length)} more`]);
      const what = differences.length === 0 ? 'how they are written' : formatList(differences);
      return text`${listTexts(parts)} differ only in ${what}: they count as ${formatCount(all)} ${PLURALS[role]}.`;
    },
    repeatedLines: 'Lines that come again and again',
    repeatedLine: (hint: {
      readonly customer: string;
      readonly dish: string;
      readonly restaurant: string;
      readonly price: string | null;
      readonly times: number;
      readonly file: string;
      readonly line: number;
    }): Text =>
      text`${quoted(hint.customer)} had ${quoted(hint.dish)} at ${quoted(hint.restaurant)}${hint.price === null ? '' : ` for ${hint.price}`}: the same line ${formatCount(hint.times)} times or more, far more often than by chance. See ${{ name: hint.file }}, line ${formatCount(hint.line)}.`,
  },

  /** Why records are in no report, and what a person can do about it. Files that leave have the keys. */
  reasons: {
    'missing restaurant': { name: 'missing restaurant', advice: 'Fill in the restaurant.' },
    'missing dish': { name: 'missing dish', advice: 'Fill in the dish.' },
    'missing customer': { name: 'missing customer', advice: 'Fill in the customer.' },
    'missing price': {
      name: 'missing price',
      advice: 'Fill in the price; 0 where it was a gift.',
    },
    'bad price': {
      name: 'bad price',
      advice: 'Write the price as a plain number, such as 4.50, without words or units.',
    },
    'price out of range': {
      name: 'price out of range',
      advice: 'A price must be below 100,000,000: look for a missing decimal mark.',
    },
    'missing quantity': { name: 'missing quantity', advice: 'Fill in how many were ordered.' },
    'bad quantity': {
      name: 'bad quantity',
      advice: 'Write the quantity as a whole number, at most 1,000,000.',
    },
    'too few columns': {
      name: 'too few columns',
      advice: 'Write the record’s values under the header’s columns: raw_line has what was found.',
    },
    'too many columns': {
      name: 'too many columns',
      advice:
        'Write the record’s values under the header’s columns: often a name with a comma in it lacks its quotes.',
    },
    'invalid encoding': {
      name: 'invalid encoding',
      advice:
        'Type the damaged letters anew. Where many are damaged, the file may be in another encoding: see “Change” above.',
    },
    'unclosed quote': { name: 'unclosed quote', advice: 'Close the quote or take it away.' },
    'total row': {
      name: 'total row',
      advice: 'Nothing: a row that adds others up is no order.',
    },
  },
};
