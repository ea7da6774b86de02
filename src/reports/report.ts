import type { Cell } from '../lib/kinds';
import { baseKind, type ColumnKind, type Rows } from '../lib/kinds';
import type { Text } from '../i18n/text';
import type { Picked, ResultsWithLeads, TableName } from '../sql/tables';

export type { Text };

/** What a person has picked on the page. */
export interface Selection {
  /** A restaurant's name, or null for all. */
  readonly restaurant: string | null;
  /** The picked restaurant's own data, or null if the reports are about all. */
  readonly picked: Picked | null;
}

export interface Named {
  readonly kind: 'restaurant' | 'dish' | 'customer';
  readonly name: string;
}

export type TableRow = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Whether its texts are exact numbers. */
  readonly isNumber?: boolean;
  /** The kind of names in this column, if they can be picked. */
  readonly names?: Named['kind'];
  /** Also draws the number as a bar, relative to the table's greatest. */
  readonly bar?: boolean;
}

/** Whether the column is text: left-aligned, and first sorted from A to Z. */
export function isOfWords({ kind, isNumber = false }: Column): boolean {
  return baseKind(kind) === 'text' && !isNumber;
}

/** Says that a first place is shared or too close to call. */
export interface Verdict {
  readonly kind: 'tied' | 'close';
  readonly label: string;
  readonly names: Text;
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
    /** Comparisons, or why there is no value. */
    readonly remarks: readonly string[];
    /** The change since an earlier load, and the earlier value; empty while they are compared. */
    readonly since?: { readonly text: string; readonly full: string };
  }[];
}

/** How a name's rank differs from an earlier load. */
export type Move =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | {
      readonly kind: 'new';
      /** The earlier holder of the place. */
      readonly was?: string;
    };

export interface Table {
  readonly type: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: Rows<TableRow>;
  /** The numeric column that ranks the rows; the first row is the winner. */
  readonly ranking?: string;
  /** The first column's value in the marked row. */
  readonly marked?: string | null;
  /** Verdicts shown in a column's cell, by the value of the first column. */
  readonly verdicts?: { readonly column: string; readonly of: ReadonlyMap<string, Verdict> };
  /** Moves shown in a column's cell, by the value of the first column. */
  readonly moves?: { readonly column: string; readonly of: (first: string) => Move | null };
}

export interface Rankings {
  readonly type: 'rankings';
  readonly item: Column;
  readonly value: Column;
  /** Rows of all groups, including groups left out here. */
  readonly count: number;
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly TableRow[];
    readonly verdict?: Verdict;
  }[];
  /** By the group's title and the item's name. */
  readonly moves?: (title: string, item: string) => Move | null;
}

/** Shared by all charts. */
export interface Picture {
  /** Used for the name of the PNG file. */
  readonly name: string;
  readonly title: string;
  /** What the chart shows, in a sentence for screen readers. */
  readonly finding: string;
  readonly table: Table;
}

export interface BarChart extends Picture {
  readonly type: 'chart';
  /** What vertical bars count. */
  readonly axis?: string;
  readonly direction: 'columns' | 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
  }[];
  readonly marked?: string | null;
  /** The kind of names on the labels, if they can be picked. */
  readonly names?: Named['kind'];
}

/** An axis, cut in two at the restaurant's average. */
export interface HalvedAxis {
  readonly label: string;
  readonly kind: 'count' | 'money';
  readonly average: number;
  readonly averageText: string;
}

/**
 * A chart of points in four named quarters. Its horizontal axis has positive numbers of any size.
 */
export interface Quadrant extends Picture {
  readonly type: 'quadrant';
  readonly x: HalvedAxis;
  readonly y: HalvedAxis;
  readonly names: Named['kind'];
  readonly quarters: Readonly<Record<'upper' | 'lower', readonly [left: string, right: string]>>;
  /** The most important points first. */
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly text: string;
    /** Whether the point is in the upper right quarter. */
    readonly stands: boolean;
  }[];
  /** How to read the chart, and what it leaves out. */
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

/** A report knows neither SQL nor drawing. */
export type MakeReport = (results: ResultsWithLeads, selection: Selection) => Report;
