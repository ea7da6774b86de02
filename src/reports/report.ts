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
  /** Whether the column's texts are exact numbers. */
  readonly isNumber?: boolean;
  /** The kind of names in this column, if the names are clickable. */
  readonly names?: Named['kind'];
  /** Whether to draw each number also as a bar, relative to the column's greatest number. */
  readonly bar?: boolean;
}

/** Whether the column is text, which is left-aligned and first sorted from A to Z. */
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
    /** Comparisons, or the reason why there is no value. */
    readonly remarks: readonly string[];
    /**
     * The change since an earlier load (`text`) and the earlier value (`full`). Both are empty
     * until the comparison is ready.
     */
    readonly since?: { readonly text: string; readonly full: string };
  }[];
}

/** How a name's rank has changed since an earlier load. */
export type Move =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | {
      readonly kind: 'new';
      /** The name that had this rank in the earlier load. */
      readonly was?: string;
    };

export interface Table {
  readonly type: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: Rows<TableRow>;
  /** The numeric column that ranks the rows; the first row is the winner. */
  readonly ranking?: string;
  /** Marks the row that has this value in its first column. */
  readonly marked?: string | null;
  /** Verdicts to show in the cells of `column`, keyed by the row's value in the first column. */
  readonly verdicts?: { readonly column: string; readonly of: ReadonlyMap<string, Verdict> };
  /** Moves to show in the cells of `column`, given the row's value in the first column. */
  readonly moves?: { readonly column: string; readonly of: (first: string) => Move | null };
}

export interface Rankings {
  readonly type: 'rankings';
  readonly item: Column;
  readonly value: Column;
  /** The number of rows in all groups, including groups that `groups` leaves out. */
  readonly count: number;
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly TableRow[];
    readonly verdict?: Verdict;
  }[];
  /** Returns the move of an item, given the group's title and the item's name. */
  readonly moves?: (title: string, item: string) => Move | null;
}

export interface Picture {
  /** Part of the PNG file's name. */
  readonly name: string;
  readonly title: string;
  /** A sentence that tells screen readers what the chart shows. */
  readonly finding: string;
  readonly table: Table;
}

export interface BarChart extends Picture {
  readonly type: 'chart';
  /** The axis label of vertical bars, which says what the bars count. */
  readonly axis?: string;
  readonly direction: 'columns' | 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
  }[];
  readonly marked?: string | null;
  /** The kind of names on the labels, if the labels are clickable. */
  readonly names?: Named['kind'];
}

/** A chart axis that is divided at the average. */
export interface HalvedAxis {
  readonly label: string;
  readonly kind: 'count' | 'money';
  readonly average: number;
  readonly averageText: string;
}

/**
 * A chart of points in four named quarters. The numbers on its horizontal axis are positive and can
 * differ by orders of magnitude.
 */
export interface Quadrant extends Picture {
  readonly type: 'quadrant';
  readonly x: HalvedAxis;
  readonly y: HalvedAxis;
  readonly names: Named['kind'];
  readonly quarters: Readonly<Record<'upper' | 'lower', readonly [left: string, right: string]>>;
  /** The points, with the most important ones first. */
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly text: string;
    /** Whether the point is in the upper right quarter. */
    readonly stands: boolean;
  }[];
  /** Notes that say how to read the chart and what it leaves out. */
  readonly notes: readonly Text[];
}

export type Chart = BarChart | Quadrant;

export type Block = Note | Scorecards | Table | Rankings | Chart;

export interface Report {
  readonly name: TableName;
  readonly question: string;
  /** A sentence that says what is counted. */
  readonly definition: string;
  readonly blocks: readonly Block[];
}

/** Makes a report from query results. Reports contain no SQL and no drawing code. */
export type MakeReport = (results: ResultsWithLeads, selection: Selection) => Report;
