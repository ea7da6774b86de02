import type { Layout } from '../ingest/layout/layout';
import type { Source } from '../ingest/container/source';
import type { Findings } from '../domain/findings';
import type { Receipt, Rejects } from '../domain/receipt';
export type { Contender, CustomerTies, Details, Picked, SoldDishes, Subject } from '../sql/tables';
import type { Rows } from '../lib/kinds';
import type {
  CheckName,
  CostFault,
  Hints,
  MenuMargin,
  Results,
  ResultsWithLeads,
} from '../sql/tables';

/** A source with its layout, ready to be read. */
export interface InputTable {
  readonly source: Source;
  readonly layout: Layout;
}

/** An input table that has been read, with its receipt. */
export interface LoadedTable extends InputTable {
  /** The number that identifies the table in the database's `source` columns. */
  readonly id: number;
  readonly receipt: Receipt;
  readonly rejects: Rejects;
  /** The revenue of its kept lines. */
  readonly revenue: bigint | null;
  readonly findings: Findings;
}

export interface CheckResult {
  readonly name: CheckName;
  /**
   * The rows that break the rule, at most `MOST_OFFENCES`. The list is empty if the check succeeds.
   */
  readonly offences: readonly string[];
}

/** The result of a load. The page and all downloads are made from it. */
export interface Dataset {
  readonly tables: readonly LoadedTable[];
  readonly sources: readonly string[];
  readonly receipt: Receipt;
  readonly rejects: Rejects;
  readonly results: Results;
}

/** The result of the second pass: ties and close leads, the menu, checks and hints. */
export interface Review extends Pick<ResultsWithLeads, 'contenders' | 'menu'> {
  readonly checks: readonly CheckResult[];
  readonly hints: Hints;
}

/** A list of dish costs that has been read. */
export interface CostList extends InputTable {
  /** The number that identifies the list among the cost lists. */
  readonly id: number;
  /** The number of dishes whose cost is in the list. */
  readonly dishes: number;
  readonly rejects: Rejects;
}

/** The known dish costs and the menus by margin. They do not affect any other result. */
export interface Costs {
  readonly lists: readonly CostList[];
  /** Costs that cannot be used. */
  readonly faults: Rows<CostFault>;
  readonly margins: Rows<MenuMargin>;
}
