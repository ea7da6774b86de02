import type { Inspection } from '../../ingest/layout/inspect';
import type { Choice, Columns } from '../../ingest/layout/layout';
import { Failure, type FailureReport } from '../../domain/failure';
import { nameWithoutExtension } from '../../lib/file-name';
import { ROLES, type Role } from '../../domain/roles';
import type { Holds, Inspecting, PreparedTable } from './prepare';
import {
  decisionToRemember,
  mergeRestaurants,
  type HeaderChoice,
  type RememberedChoices,
} from './remembered-choices';

/** Each decision depends on the ones before it. */
const PARSING_DECISIONS = ['encoding', 'delimiter', 'quote', 'headerLine'] as const;
type ParsingDecision = (typeof PARSING_DECISIONS)[number];

/** Matches a name without a visible character. */
const BLANK_NAME = /^[\p{White_Space}\p{C}]*$/u;

/** Input tables that share a header and a layout. Each table has its own restaurant. */
export class TableGroup {
  #shown = $state.raw<Inspection>()!;
  /** Contains only what the person has changed; otherwise each table keeps its own layout. */
  #decided = $state.raw<HeaderChoice>({});
  #failure = $state.raw<FailureReport | null>(null);
  #isRemembered = $state(false);
  #holds = $state<Holds>('orders');
  /** One name per table, for files without a restaurant column. */
  readonly restaurants: string[] = $state([]);
  remember = $state(true);

  readonly inspections: readonly Inspection[];
  readonly key: string | null;
  readonly #tables: readonly PreparedTable[];
  readonly #inspecting: Inspecting;
  readonly #remembered: RememberedChoices;
  #sheet: number | null = null;
  #inspectionRun = 0;
  #pending: Promise<void> = Promise.resolve();

  constructor(
    tables: readonly PreparedTable[],
    inspecting: Inspecting,
    remembered: RememberedChoices,
  ) {
    const inspections = tables.map(({ inspection }) => inspection);
    const { key } = tables[0]!;
    this.#tables = tables;
    this.inspections = inspections;
    this.key = key;
    this.#inspecting = inspecting;
    this.#remembered = remembered;
    this.#shown = inspections[0]!;
    this.#isRemembered = remembered.get(key) !== null;
    this.#holds = tables[0]!.holds;
    this.restaurants = inspections.map(
      ({ layout, source }) => layout.restaurant ?? nameWithoutExtension(source.name),
    );
  }

  get shown(): Inspection {
    return this.#shown;
  }

  get columns(): Columns {
    return this.#decided.columns ?? this.#shown.layout.columns;
  }

  get names(): readonly string[] {
    return this.inspections.map(({ source }) => source.name);
  }

  get failure(): FailureReport | null {
    return this.#failure;
  }

  get isRemembered(): boolean {
    return this.#isRemembered;
  }

  /**
   * Whether the table can be a list of dish costs, because dish and price are its only columns with
   * a role.
   */
  get mayHoldCosts(): boolean {
    const { dish, price, restaurant, customer, quantity } = this.columns;
    const others = [restaurant, customer, quantity].filter((column) => column !== undefined);
    return dish !== undefined && price !== undefined && others.length === 0;
  }

  get holds(): Holds {
    return this.mayHoldCosts ? this.#holds : 'orders';
  }

  set holds(holds: Holds) {
    this.#holds = holds;
  }

  get needsRestaurant(): boolean {
    return this.columns.restaurant === undefined && this.holds === 'orders';
  }

  get missing(): 'dish or customer' | 'restaurant' | 'readable file' | null {
    if (this.#failure) return 'readable file';
    if (this.columns.dish === undefined && this.columns.customer === undefined) {
      return 'dish or customer';
    }
    return this.needsRestaurant && this.restaurants.some((name) => BLANK_NAME.test(name))
      ? 'restaurant'
      : null;
  }

  /**
   * Gives a column a role and takes that role from any other column. Null removes the column's
   * role.
   */
  setRole(column: number, role: Role | null): Promise<void> {
    const columns: Partial<Record<Role, number>> = {};
    for (const each of ROLES) {
      const own = this.columns[each];
      if (own !== undefined && own !== column && each !== role) columns[each] = own;
    }
    if (role) columns[role] = column;
    const isOtherPrice = columns.price !== this.columns.price;
    return this.#decide({
      ...(isOtherPrice ? withoutPriceMeaning(this.#decided) : this.#decided),
      columns,
      // The other tables were found for the old columns.
      otherTables: [],
    });
  }

  setMeaning(
    change: Pick<Choice, 'decimalMark' | 'priceIs' | 'strayQuotesAreText'>,
  ): Promise<void> {
    return this.#decide({ ...this.#decided, ...change });
  }

  /** Changes how the file is split into fields, and detects all later decisions again. */
  setParsing<C extends ParsingDecision>(what: C, value: Choice[C]): Promise<void> {
    return this.#decide({ ...parsingDecisionsBefore(this.#decided, what), [what]: value });
  }

  /**
   * Chooses a sheet of the workbook. This resets all decisions, as if the sheet were another file.
   */
  setSheet(sheet: number): Promise<void> {
    this.#sheet = sheet;
    return this.#decide({});
  }

  forget(): void {
    this.#remembered.forget(this.key);
    this.#isRemembered = false;
    this.remember = false;
  }

  /** Inspects all tables with the final decisions. Throws a Failure if a table cannot be read. */
  async finish(): Promise<Inspection[]> {
    await this.#pending;
    if (this.#failure) throw new Failure(this.#failure);
    const finished: Inspection[] = [];
    for (const [index, { inspection, base }] of this.#tables.entries()) {
      const restaurant = this.restaurants[index]!.trim();
      const choice = { ...this.#withDecisions(base), columns: this.columns, restaurant };
      // The person chose the sheet only for the first table, which is the one on screen.
      const source = index === 0 ? this.#withSheet(inspection.source) : inspection.source;
      finished.push(await this.#inspecting.inspect(source, choice));
    }
    return finished;
  }

  /**
   * Stores the person's decisions but no detected values, because these are detected again for each
   * file.
   */
  keep(): void {
    if (!this.remember || this.key === null || this.holds === 'costs') return;
    const { detected, base } = this.#tables[0]!;
    const decided = { ...this.#withDecisions(base), columns: this.columns };
    const own = this.needsRestaurant
      ? this.names.map((name, index) => [name, this.restaurants[index]!.trim()] as const)
      : [];
    this.#remembered.set(this.key, {
      ...decisionToRemember(detected, decided),
      restaurants: mergeRestaurants(this.#remembered.get(this.key)?.restaurants ?? [], own),
    });
  }

  /**
   * Applies the decisions to a table's own choice, and drops values that depended on a replaced
   * value.
   */
  #withDecisions(base: HeaderChoice): HeaderChoice {
    if (this.#sheet !== null) return this.#decided;
    const { columns } = this.#decided;
    const first = PARSING_DECISIONS.find((each) => each in this.#decided);
    if (first) return { ...parsingDecisionsBefore(base, first), ...this.#decided };
    const isOtherPrice = columns && base.columns && columns.price !== base.columns.price;
    return { ...(isOtherPrice ? withoutPriceMeaning(base) : base), ...this.#decided };
  }

  #withSheet(source: Inspection['source']): Inspection['source'] {
    const { container } = source;
    return this.#sheet !== null && container.type === 'xlsx'
      ? { ...source, container: { ...container, sheet: this.#sheet } }
      : source;
  }

  #decide(decided: HeaderChoice): Promise<void> {
    this.#decided = decided;
    this.#pending = this.#inspect((this.#inspectionRun += 1));
    return this.#pending;
  }

  async #inspect(run: number): Promise<void> {
    const { inspection, base } = this.#tables[0]!;
    try {
      const source = this.#withSheet(inspection.source);
      const shown = await this.#inspecting.inspect(source, this.#withDecisions(base));
      if (run !== this.#inspectionRun) return;
      this.#shown = shown;
      this.#failure = null;
    } catch (error) {
      if (run === this.#inspectionRun) this.#failure = Failure.from(error).report;
    }
  }
}

function parsingDecisionsBefore(choice: HeaderChoice, what: ParsingDecision): HeaderChoice {
  const before = PARSING_DECISIONS.slice(0, PARSING_DECISIONS.indexOf(what)).filter(
    (each) => each in choice,
  );
  return Object.fromEntries(before.map((each) => [each, choice[each]])) as HeaderChoice;
}

/** Drops the decimal mark and the price meaning, which are detected from the price column. */
function withoutPriceMeaning(choice: HeaderChoice): HeaderChoice {
  const rest = { ...choice };
  delete rest.decimalMark;
  delete rest.priceIs;
  return rest;
}
