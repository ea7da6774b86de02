import { formatCount, formatNumberOf } from '../../format';
import type { Role } from '../../../domain/roles';
import { formatList, listTexts, text, type Text } from '../../text';

const quoted = (name: string) => text`“${{ name }}”`;

const ourFault =
  'This is a fault in the page, not in your file. Please report it with the text shown here.';

/** Formats a price range from amounts that are already formatted. */
const range = (least: string, greatest: string) =>
  least === greatest ? least : `${least} to ${greatest}`;

const DIFFERENCES = {
  case: 'capital letters',
  width: 'character width',
  accents: 'accents',
};

const PLURALS = { restaurant: 'restaurants', dish: 'dishes', customer: 'customers' };

/** Notices, checks, hints and rejection reasons. */
export const found = {
  /** Puts the file's name before a notice when several files are loaded. */
  inFile: (name: string, notice: string): Text => text`${{ name }}: ${notice}`,
  actInFile: (file: string, act: string) => `${act}: ${file}`,

  notices: {
    label: 'About these files',
    unclosedQuote: (line: number, linesAfter: number) =>
      linesAfter === 0
        ? `Line ${formatCount(line)} opens a quote that is never closed.`
        : `Line ${formatCount(line)} opens a quote that runs over the ${linesAfter === 1 ? 'line' : formatNumberOf(linesAfter, 'line')} after it.`,
    moreUnclosedQuotes: (count: number) =>
      `${formatNumberOf(count, 'other line')} ${count === 1 ? 'does' : 'do'} the same.`,
    betweenQuotes: 'Everything up to the next quote is read as one value.',
    quoteAsText: 'Read the quote as text',
    quotesAsText: 'Read such quotes as text',

    /**
     * `lastLine` is null if the differing lines reach the end of the file. `width` is the number of
     * header columns.
     */
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
      return `${where}, ${formatNumberOf(records, 'order line')} ${records === 1 ? 'has' : 'have'} ${formatNumberOf(columns, 'column')}, but the header has ${formatCount(width)}: a column ${columns > width ? 'was added' : 'is missing'}.`;
    },
    driftUnsure: 'It is not clear which column is which, so these lines are rejected.',
    driftPlain:
      'Their values show which column is which. The lines stay rejected until you choose to read them.',
    readDriftToo: 'Read these lines too',

    unmatchedHeader: (line: number, missing: readonly Role[]) =>
      `Line ${formatCount(line)} looks like another header, but has no column for ${formatList(missing.map((role) => `the ${role}`))}. The lines after it are read like the lines before it.`,
    otherHeader: (line: number) =>
      `Line ${formatCount(line)} is another header. The lines after it are read by its names.`,
    sameHeader: (line: number) =>
      `Line ${formatCount(line)} repeats the header and is not an order line.`,
    sameHeaders: (count: number, lines: readonly number[], areAll: boolean) =>
      `${formatCount(count)} lines repeat the header and are not order lines: ${lines.map((line) => `line ${formatCount(line)}`).join(', ')}${areAll ? '' : ' and so on'}.`,

    /** Names a total row by its label, and by its amount if it has one. */
    totalRow: (label: string, amount: string | null) =>
      amount === null ? `“${label}”` : `“${label}”, ${amount}`,
    total: (line: number, row: string) =>
      `Line ${formatCount(line)} is a total (${row}). It is not in any report.`,
    totalAgrees: 'The kept lines add up to exactly that.',
    totalDiffers: (kept: string) => `The kept lines add up to ${kept}.`,
    totals: (rows: readonly { readonly line: number; readonly row: string }[], more: number) =>
      `These lines are totals: ${rows.map(({ line, row }) => `line ${formatCount(line)} (${row})`).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
    aboutTotals: 'Totals are not in any report, and need no correction.',
  },

  checks: {
    ourFault,
    theirFault:
      'The reports match the file. Check that its refunds are refunds and its prices have the right sign.',
    rules: {
      records_are_kept_or_rejected: 'Each order line is either kept or rejected',
      visits_reconcile: 'The number of visits equals the number of kept order lines',
      revenue_reconciles:
        'The revenue equals the sum of the kept order lines, however it is added up',
      dish_sales_keys_are_unique: 'Each dish of a restaurant is counted in only one row',
      customer_visits_keys_are_unique: 'Each customer of a restaurant is counted in only one row',
      table_keys_are_unique: 'No table has the same row twice',
      ranks_are_dense: 'Ranks run 1, 2, 3 and so on, from the most to the least',
      customers_visit_known_restaurants: 'No customer visited more restaurants than there are',
      totals_are_not_negative: 'No restaurant refunded more than it took',
    },
  },

  hints: {
    outlyingPrices: 'Prices 100 times higher or lower for the same dish',
    /** All amounts are already formatted as text. */
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
      text`${quoted(hint.dish)} costs ${range(hint.least, hint.greatest)} in ${formatNumberOf(hint.lines, 'line')}, but usually ${range(hint.leastUsual, hint.greatestUsual)} (${formatNumberOf(hint.usualLines, 'line')}). See ${{ name: hint.file }}, line ${formatCount(hint.line)}.`,
    smallRestaurants: 'Restaurants with very few lines',
    smallRestaurant: (restaurant: string, lines: number, average: number): Text =>
      text`${quoted(restaurant)} has ${formatNumberOf(lines, 'line')}; the average restaurant has ${formatCount(average)}.`,
    alikeNames: {
      restaurant: 'Restaurant names that look alike',
      dish: 'Dish names that look alike',
      customer: 'Customer names that look alike',
    },
    /** `all` is the number of similar names, and `names` contains the first ones. */
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
      const what =
        differences.length === 0
          ? 'how they are written'
          : formatList(differences.map((difference) => DIFFERENCES[difference]));
      return text`${listTexts(parts)} differ only in ${what}. They count as ${formatCount(all)} ${PLURALS[role]}.`;
    },
    repeatedLines: 'Lines that are repeated very often',
    repeatedLine: (hint: {
      readonly customer: string;
      readonly dish: string;
      readonly restaurant: string;
      readonly price: string | null;
      readonly times: number;
      readonly file: string;
      readonly line: number;
    }): Text =>
      text`${quoted(hint.customer)} had ${quoted(hint.dish)} at ${quoted(hint.restaurant)}${hint.price === null ? '' : ` for ${hint.price}`}: the same line at least ${formatCount(hint.times)} times, far more often than by chance. See ${{ name: hint.file }}, line ${formatCount(hint.line)}.`,
  },

  /**
   * Says why order lines are rejected and how to correct them. The keys are the reasons in
   * rejected_rows.csv.
   */
  reasons: {
    'missing restaurant': { name: 'missing restaurant', advice: 'Fill in the restaurant.' },
    'missing dish': { name: 'missing dish', advice: 'Fill in the dish.' },
    'missing customer': { name: 'missing customer', advice: 'Fill in the customer.' },
    'missing price': {
      name: 'missing price',
      advice: 'Fill in the price, or 0 if it was free.',
    },
    'bad price': {
      name: 'bad price',
      advice: 'Write the price as a plain number, such as 4.50, without words or units.',
    },
    'price out of range': {
      name: 'price out of range',
      advice: 'A price must be below 100,000,000: check for a missing decimal mark.',
    },
    'missing quantity': { name: 'missing quantity', advice: 'Fill in how many were ordered.' },
    'bad quantity': {
      name: 'bad quantity',
      advice: 'Write the quantity as a whole number, at most 1,000,000.',
    },
    'too few columns': {
      name: 'too few columns',
      advice: 'Put each value under its column: raw_line has the line as it was.',
    },
    'too many columns': {
      name: 'too many columns',
      advice:
        'Put each value under its column. Often a name that contains a comma has no quotes around it.',
    },
    'invalid encoding': {
      name: 'invalid encoding',
      advice:
        'Retype the damaged characters. If there are many, the file may have another encoding: see “Change” above.',
    },
    'unclosed quote': { name: 'unclosed quote', advice: 'Close or remove the quote.' },
    'total row': {
      name: 'total row',
      advice: 'Nothing to do: a total is not an order.',
    },
  },
};
