/** The questions about files before they are read: which column is what, and whose orders they are. */
import type { Inspection } from '../ingest/inspect';
import { choiceOf, type Choice, type Columns } from '../ingest/layout';
import { Failure, type FailureReport } from '../lib/failure';
import { ROLES, type Role } from '../lib/roles';
import type { Inspecting, PreparedTable } from './prepare';
import { stemOf, type HeaderChoice, type RememberedChoices } from './remembered-choices';

/** Decisions in the order in which each depends on those before it. */
const CUTTING = ['encoding', 'delimiter', 'quote', 'headerLine'] as const;
type Cutting = (typeof CUTTING)[number];

/** Tables of one header, which are read in one way; each has its own restaurant. */
export class TableGroup {
  /** The first of them as it would be read now. */
  #shown = $state.raw<Inspection>()!;
  #choice = $state.raw<Choice>({});
  #failure = $state.raw<FailureReport | null>(null);
  #isRemembered = $state(false);
  /** The restaurant of each table. */
  readonly restaurants: string[] = $state([]);
  remember = $state(true);

  readonly inspections: readonly Inspection[];
  readonly key: string | null;
  readonly #inspecting: Inspecting;
  readonly #remembered: RememberedChoices;
  #sheet: number | null = null;
  #run = 0;

  constructor(
    tables: readonly PreparedTable[],
    inspecting: Inspecting,
    remembered: RememberedChoices,
  ) {
    const inspections = tables.map(({ inspection }) => inspection);
    const { key } = tables[0]!;
    this.inspections = inspections;
    this.key = key;
    this.#inspecting = inspecting;
    this.#remembered = remembered;
    this.#shown = inspections[0]!;
    this.#choice = choiceOf(this.#shown.layout);
    this.#isRemembered = remembered.get(key) !== null;
    this.restaurants = inspections.map(
      ({ layout, source }) => layout.restaurant ?? source.name.replace(/\.[\p{L}\p{N}]{1,8}$/u, ''),
    );
  }

  get shown(): Inspection {
    return this.#shown;
  }

  get columns(): Columns {
    return this.#choice.columns ?? this.#shown.layout.columns;
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

  get needsRestaurant(): boolean {
    return this.columns.restaurant === undefined;
  }

  /** What stands in the way of reading, or null. */
  get lack(): 'dish or customer' | 'restaurant' | 'readable file' | null {
    if (this.#failure) return 'readable file';
    if (this.columns.dish === undefined && this.columns.customer === undefined) {
      return 'dish or customer';
    }
    return this.needsRestaurant && this.restaurants.some((name) => name.trim() === '')
      ? 'restaurant'
      : null;
  }

  /** The role of a column, or none; who had the role before has none then. */
  setRole(column: number, role: Role | null): Promise<void> {
    const columns: Partial<Record<Role, number>> = {};
    for (const each of ROLES) {
      const own = this.columns[each];
      if (own !== undefined && own !== column && each !== role) columns[each] = own;
    }
    if (role) columns[role] = column;
    const { decimalMark, priceIs, ...cut } = this.#choice;
    // The mark and the meaning are found in the prices: another column has others.
    const isOtherPrice = columns.price !== this.columns.price;
    const kept = {
      ...(decimalMark && !isOtherPrice && { decimalMark }),
      ...(priceIs && !isOtherPrice && { priceIs }),
    };
    return this.#inspect({ ...cut, ...kept, columns });
  }

  setMeaning(change: Pick<Choice, 'decimalMark' | 'priceIs'>): Promise<void> {
    return this.#inspect({ ...this.#choice, ...change });
  }

  /** How the file is cut; what depends on it, the columns among them, is found anew. */
  cut<C extends Cutting>(what: C, value: Choice[C]): Promise<void> {
    const before = CUTTING.slice(0, CUTTING.indexOf(what)).map((each) => [
      each,
      this.#choice[each],
    ]);
    return this.#inspect({ ...(Object.fromEntries(before) as Choice), [what]: value });
  }

  /** Another sheet of a workbook, as if it were another file. */
  setSheet(sheet: number): Promise<void> {
    this.#sheet = sheet;
    return this.#inspect({});
  }

  forget(): void {
    this.#remembered.forget(this.key);
    this.#isRemembered = false;
    this.remember = false;
  }

  /** The tables as they are to be read. Throws a Failure where one of them cannot be read like the first. */
  async finish(): Promise<Inspection[]> {
    const { encoding, delimiter, quote, headerLine, decimalMark, priceIs } = choiceOf(
      this.#shown.layout,
    );
    const choice: HeaderChoice = {
      encoding,
      delimiter,
      quote,
      headerLine,
      decimalMark,
      priceIs,
      columns: this.columns,
    };
    const finished: Inspection[] = [];
    for (const [index, { source }] of this.inspections.entries()) {
      const restaurant = this.restaurants[index]!.trim();
      const sheeted = index === 0 ? this.#shown.source : this.#withSheet(source);
      finished.push(await this.#inspecting.inspect(sheeted, { ...choice, restaurant }));
    }
    if (this.remember) this.#rememberChoice(choice);
    return finished;
  }

  #withSheet(source: Inspection['source']): Inspection['source'] {
    const { container } = source;
    return this.#sheet !== null && container.type === 'xlsx'
      ? { ...source, container: { ...container, sheet: this.#sheet } }
      : source;
  }

  #rememberChoice(choice: HeaderChoice): void {
    const own = this.needsRestaurant
      ? this.names.map((name, index) => [stemOf(name), this.restaurants[index]!.trim()] as const)
      : [];
    const before = this.#remembered.get(this.key)?.restaurants ?? [];
    const others = before.filter(([stem]) => !own.some(([ownStem]) => ownStem === stem));
    this.#remembered.set(this.key, { choice, restaurants: [...others, ...own] });
  }

  async #inspect(choice: Choice): Promise<void> {
    const run = (this.#run += 1);
    const before = this.#choice;
    this.#choice = choice;
    try {
      const source = this.#withSheet(this.#shown.source);
      const shown = await this.#inspecting.inspect(source, choice);
      if (run !== this.#run) return;
      this.#shown = shown;
      this.#choice = choiceOf(shown.layout);
      this.#failure = null;
    } catch (error) {
      if (run !== this.#run) return;
      this.#choice = before;
      this.#failure = Failure.from(error).report;
    }
  }
}
