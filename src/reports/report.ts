import type { Cell } from '../lib/kinds';
import { baseKind, type ColumnKind, type Rows } from '../lib/kinds';
import type { Text } from '../i18n/text';
import type { Picked, ResultsWithLeads, TableName } from '../sql/tables';

export type { Text };

/** What the user has picked on the page. */
export interface Selection {
  /** A restaurant's name, or null for all of them together. */
  readonly restaurant: string | null;
  /** What there is of the restaurant that all reports are to be about; null where they are about all. */
  readonly picked: Picked | null;
}

/** A name that was pointed at. */
export interface Named {
  readonly kind: 'restaurant' | 'dish' | 'customer';
  readonly name: string;
}

export type TableRow = Readonly<Record<string, Cell>>;

export interface Column {
  /** The column's name in the result table. */
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Whether its texts are numbers, as exact as the engine has them. */
  readonly isNumber?: boolean;
  /** What its values are names of, where each can be asked about. */
  readonly names?: Named['kind'];
  /** Draws the number as a bar too, its length relative to the greatest of the table. */
  readonly bar?: boolean;
}

/** Whether a column is read as words: its cells begin at one edge, and its first sorting is from A to Z. */
export function isOfWords({ kind, isNumber = false }: Column): boolean {
  return baseKind(kind) === 'text' && !isNumber;
}

/** What there is to say of a first place that is not clear. */
export interface Verdict {
  readonly kind: 'tied' | 'close';
  readonly label: string;
  /** Who is meant, the first few of them. */
  readonly names: Text;
  /** The others, to be asked for. */
  readonly rest: Text;
}

export interface Note {
  readonly type: 'note';
  readonly text: Text;
}

export interface Scorecards {
  readonly type: 'scorecards';
  readonly cards: readonly {
    readonly label: string;
    readonly value: Cell;
    /** How it compares, or why there is no value. */
    readonly remarks: readonly string[];
    /** How it differs from an earlier load, and what that had; empty as long as they are being compared. */
    readonly since?: { readonly text: string; readonly full: string };
  }[];
}

/** Where a name stood in an earlier load, as far as it is another place. */
export type Move =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | {
      readonly kind: 'new';
      /** Who stood there. */
      readonly was?: string;
    };

export interface Table {
  readonly type: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: Rows<TableRow>;
  /** The column of numbers by which the rows are in their order, where that is a ranking: its first is the winner. */
  readonly ranking?: string;
  /** The value of the first column whose row is marked. */
  readonly marked?: string | null;
  /** Stands in a column's cell, by the value of the first column. */
  readonly verdicts?: { readonly column: string; readonly of: ReadonlyMap<string, Verdict> };
  /** Stands in a column's cell, by the value of the first column. */
  readonly moves?: { readonly column: string; readonly of: (first: string) => Move | null };
}

/** One short ranking per group, as the courses of a menu. */
export interface Rankings {
  readonly type: 'rankings';
  readonly item: Column;
  readonly value: Column;
  /** Rows of all groups: there may be more than are here. */
  readonly count: number;
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly TableRow[];
    readonly verdict?: Verdict;
  }[];
  /** By the group's title and the item's name. */
  readonly moves?: (title: string, item: string) => Move | null;
}

/** What every picture has. */
export interface Picture {
  /** For the name of its file. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in a sentence, for those who do not see it. */
  readonly finding: string;
  /** The same data, to be read. */
  readonly table: Table;
}

export interface BarChart extends Picture {
  readonly type: 'chart';
  /** What the labels of upright bars count. */
  readonly axis?: string;
  readonly direction: 'columns' | 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
  }[];
  readonly marked?: string | null;
  /** What the labels are names of, where each can be asked about. */
  readonly names?: Named['kind'];
}

/** An axis and the restaurant's own average, at which it is cut into halves. */
export interface HalvedAxis {
  readonly label: string;
  readonly kind: 'count' | 'money';
  readonly average: number;
  readonly averageText: string;
}

/** A plane of points, cut into four named quarters. Its horizontal axis has numbers above zero, of any size. */
export interface Quadrant extends Picture {
  readonly type: 'quadrant';
  readonly x: HalvedAxis;
  readonly y: HalvedAxis;
  /** What the points are names of. */
  readonly names: Named['kind'];
  readonly quarters: Readonly<Record<'upper' | 'lower', readonly [left: string, right: string]>>;
  /** Those with the most to say first. */
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    /** Its numbers, in words. */
    readonly text: string;
    /** Whether it is in the upper right quarter. */
    readonly stands: boolean;
  }[];
  /** How it is read, and what is not in it. */
  readonly notes: readonly Text[];
}

export type Chart = BarChart | Quadrant;

export type Block = Note | Scorecards | Table | Rankings | Chart;

export interface Report {
  readonly name: TableName;
  readonly question: string;
  /** What is counted, in a sentence. */
  readonly definition: string;
  readonly blocks: readonly Block[];
}

/** A report knows neither SQL nor how it is drawn. */
export type MakeReport = (results: ResultsWithLeads, selection: Selection) => Report;
