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

/** A table of orders and how it is read. */
export interface InputTable {
  readonly source: Source;
  readonly layout: Layout;
}

/** A table of orders that has been read, with what became of its lines. */
export interface LoadedTable extends InputTable {
  /** Its number in the database's column `source`. */
  readonly id: number;
  readonly receipt: Receipt;
  readonly rejects: Rejects;
  /** Of its kept lines. */
  readonly revenue: bigint | null;
  readonly findings: Findings;
}

export interface CheckResult {
  readonly name: CheckName;
  /** What the check found against its rule, up to `MOST_OFFENCES`; empty where it holds. */
  readonly offences: readonly string[];
}

/** What a load leaves behind: everything on the page and in the downloads is made from it. */
export interface Dataset {
  /** In the order in which they were asked for. */
  readonly tables: readonly LoadedTable[];
  /** The tables' names. */
  readonly sources: readonly string[];
  /** Of all tables together. */
  readonly receipt: Receipt;
  readonly rejects: Rejects;
  readonly results: Results;
}

/** What a second look at it has found: how sure its leads are, where the dishes stand, whether it holds, and what in it is worth a person's own look. */
export interface Review extends Pick<ResultsWithLeads, 'contenders' | 'menu'> {
  readonly checks: readonly CheckResult[];
  readonly hints: Hints;
}

/** A list of what dishes cost to make, as it was read. */
export interface CostList extends InputTable {
  /** Its number among the lists. */
  readonly id: number;
  /** Dishes that have a cost in it. */
  readonly dishes: number;
  readonly rejects: Rejects;
}

/** What is known of the costs of dishes, and what follows for the menus. Nothing else does. */
export interface Costs {
  readonly lists: readonly CostList[];
  /** Those that are of no use. */
  readonly faults: Rows<CostFault>;
  readonly margins: Rows<MenuMargin>;
}
