/** Reads changed files again, without repeating questions that were answered before. */
import { choiceOf, type Choice } from '../../ingest/layout/layout';
import type { Source } from '../../ingest/container/source';
import type { LoadedTable, InputTable } from '../../pipeline/dataset';
import { prepare, type Inspecting } from './prepare';
import {
  headerKey,
  RememberedChoices,
  mergeRestaurants,
  type Remembered,
} from './remembered-choices';
import type { Reread } from './reread';
import type { Task, TaskContext } from '../load/task';
import { askIfNeeded } from '../load/tasks';

export function reloadTask(
  context: TaskContext,
  costs: readonly InputTable[],
  reread: Reread,
): Task {
  const files = [...reread.changed.values(), ...reread.added];
  return {
    sources: files.map(({ name }) => name),
    isSample: false,
    resolveInput: async (signal) => {
      const shown = context.shown();
      const before = shown && !shown.isSample ? shown.dataset.tables : [];
      const previous = new PreviousReads([...before, ...costs], reread);
      const known = {
        remembered: new ChoicesOnScreen(context.remembered, before),
        shown: before,
        byHand: false,
      };
      const { tables: prepared, refused } =
        files.length > 0
          ? await prepare(files, previous.wrap(context.services), known, signal)
          : { tables: [], refused: [] };
      signal.throwIfAborted();
      const own = await askIfNeeded(context, signal, prepared, []);
      const tables = replaceInPlace(before, own.tables.map(previous.withPreviousOverrides), reread);
      return {
        tables: tables.length > 0 ? tables : null,
        costs: replaceInPlace(costs, own.costs.map(previous.withPreviousOverrides), reread),
        refused,
        keep: () => {
          own.keep();
          reread.keep?.();
        },
      };
    },
  };
}

/** Puts each changed table in its old place, and added tables at the end. */
function replaceInPlace<T extends InputTable>(
  before: readonly T[],
  own: readonly InputTable[],
  { changed, gone }: Reread,
): readonly (T | InputTable)[] {
  const placed = before.flatMap((table): readonly (T | InputTable)[] => {
    const now = changed.get(table.source.file);
    if (now) return own.filter(({ source }) => source.file === now);
    return gone.has(table.source.file) ? [] : [table];
  });
  return [...new Set([...placed, ...own])];
}

class PreviousReads {
  readonly #before: readonly InputTable[];
  readonly #was: ReadonlyMap<File, File>;

  constructor(before: readonly InputTable[], { changed }: Reread) {
    this.#before = before;
    this.#was = new Map([...changed].map(([was, now]) => [now, was]));
  }

  wrap(inspecting: Inspecting): Inspecting {
    return {
      sourcesOf: async (file, signal) =>
        (await inspecting.sourcesOf(file, signal)).map((source) => this.#onSameSheet(source)),
      inspect: (source, choice, signal) =>
        inspecting.inspect(source, this.#applicableChoice(source, choice), signal),
    };
  }

  /** Keeps the overrides that the person set with one click, if the header is still the same. */
  readonly withPreviousOverrides = (table: InputTable): InputTable => {
    const was = this.#beforeOf(table.source)?.layout;
    if (!was || headerKey(was) !== headerKey(table.layout)) return table;
    const { strayQuotesAreText, otherTables } = was;
    return { ...table, layout: { ...table.layout, strayQuotesAreText, otherTables } };
  };

  #beforeOf({ file, name }: Source): InputTable | undefined {
    const was = this.#was.get(file);
    const those = this.#before.filter(({ source }) => source.file === was);
    return those.find(({ source }) => source.name === name) ?? (those[1] ? undefined : those[0]);
  }

  #onSameSheet(source: Source): Source {
    const was = this.#beforeOf(source)?.source.container;
    const { container } = source;
    if (was?.type !== 'xlsx' || container.type !== 'xlsx') return source;
    const sheet = container.sheets.indexOf(was.sheets[was.sheet] ?? '');
    return sheet === -1 ? source : { ...source, container: { ...container, sheet } };
  }

  /**
   * Completes a choice with the previous layout. Without a header it takes the whole layout,
   * otherwise only the restaurant.
   */
  #applicableChoice(source: Source, choice: Choice | undefined): Choice | undefined {
    const layout = this.#beforeOf(source)?.layout;
    if (!choice) return layout?.headerLine === null ? choiceOf(layout) : undefined;
    return layout?.restaurant ? { restaurant: layout.restaurant, ...choice } : choice;
  }
}

/** Prefers the layouts of the tables on screen to remembered choices. */
class ChoicesOnScreen extends RememberedChoices {
  readonly #remembered: RememberedChoices;
  readonly #tables: readonly LoadedTable[];

  constructor(remembered: RememberedChoices, tables: readonly LoadedTable[]) {
    super(null);
    this.#remembered = remembered;
    this.#tables = tables;
  }

  override get(key: string | null): Remembered | null {
    const known = this.#remembered.get(key);
    const alike = this.#tables.filter(({ layout }) => key !== null && headerKey(layout) === key);
    const [first] = alike;
    if (!first) return known;
    const { columns, priceIs } = first.layout;
    const restaurants = alike.flatMap(({ source, layout }) =>
      layout.restaurant === null ? [] : [[source.name, layout.restaurant] as const],
    );
    return {
      choice: { ...known?.choice, columns, priceIs },
      insteadOf: known?.insteadOf ?? {},
      restaurants: mergeRestaurants(known?.restaurants ?? [], restaurants),
    };
  }
}
