/** What a person can ask for, each ending in the tables that the reports are to be made from. */
import type { Inspection } from '../ingest/inspect';
import { choiceOf, type Layout } from '../ingest/layout';
import { hasSheets } from '../ingest/source';
import type { FailureReport } from '../lib/failure';
import type { LoadedTable, Table } from '../pipeline/dataset';
import { groupTables } from './group-tables';
import type { Phase, Place, Shown } from './phase';
import { prepare, type Before, type Holds, type Inspecting, type PreparedTable } from './prepare';
import { headerKey, RememberedChoices } from './remembered-choices';

const SAMPLE_NAME = 'data.csv';

export interface FileServices extends Inspecting {
  fetchSample(signal: AbortSignal): Promise<File>;
}

/** What a task works with. */
export interface Desk {
  readonly services: FileServices;
  readonly remembered: RememberedChoices;
  /** The reports on screen. */
  shown(): Shown | null;
  /** Shows the phase until a person answers it. Rejects where they turn to something else. */
  ask(signal: AbortSignal, phase: Phase): Promise<Place>;
}

/** The tables that the reports are to be made from, and what there is to do and to say once they are. */
export interface Settled {
  /** Null: those on screen, as they are. */
  readonly tables: readonly (Table | LoadedTable)[] | null;
  /** Lists of dish costs in the place of those before; left out, those stay. */
  readonly costs?: readonly Table[];
  /** Why others are not among them. */
  readonly refused?: readonly FailureReport[];
  /** Remembers what was decided: only what has led to reports is worth it. */
  readonly keep?: () => void;
}

export interface Task {
  /** Names of what it is about. */
  readonly sources: readonly string[];
  readonly isSample: boolean;
  /** Asks a person where that is needed. */
  settle(signal: AbortSignal): Promise<Settled>;
  /** The same with every column shown to a person first, where that can help. */
  readonly byHand?: () => Task;
}

/** A task that was ended by files of which nobody knows yet whether they are more than dish costs. */
export interface UnderWay {
  readonly task: Task;
  /** What that one had ended itself. */
  readonly before: UnderWay | null;
}

export function sampleTask({ services }: Desk): Task {
  return {
    sources: [SAMPLE_NAME],
    isSample: true,
    settle: async (signal) => {
      const file = await services.fetchSample(signal);
      const before = { remembered: new RememberedChoices(null), shown: [], byHand: false };
      const { tables } = await prepare([file], services, before, signal);
      return { tables: tables.map(({ inspection }) => tableOf(inspection)) };
    },
  };
}

export function filesTask(desk: Desk, files: readonly File[], byHand = false): Task {
  return {
    sources: files.map(({ name }) => name),
    isSample: false,
    byHand: () => filesTask(desk, files, true),
    settle: async (signal) => {
      const { services } = desk;
      const { tables, refused } = await prepare(files, services, known(desk, byHand), signal);
      signal.throwIfAborted();
      const before = ownTables(desk);
      const { tables: own, costs, place, keep } = await settle(desk, signal, tables, before);
      const all = place === 'add' ? [...before, ...own] : own;
      return {
        tables: own.length > 0 ? all : null,
        ...(costs.length > 0 && { costs }),
        ...{ refused, keep },
      };
    },
  };
}

/** What is known when files come. */
export function known(desk: Desk, byHand: boolean): Before {
  return { remembered: desk.remembered, shown: ownTables(desk), byHand };
}

/** Those on screen, as far as they are a person's own. */
function ownTables(desk: Desk): readonly LoadedTable[] {
  const shown = desk.shown();
  return shown && !shown.isSample ? shown.dataset.tables : [];
}

/** The table first, then the others of its header. */
export function changeTask(desk: Desk, table: LoadedTable): Task {
  const shown = desk.shown();
  // What is tried on the sample is remembered for no file of one's own.
  const isSample = shown?.isSample ?? false;
  const all = shown?.dataset.tables ?? [];
  const header = headerKey(table.layout);
  // A sheet is chosen for one table: another may be meant to stay on another.
  const isAlike = (each: LoadedTable) =>
    header !== null &&
    !hasSheets(table.source) &&
    !hasSheets(each.source) &&
    headerKey(each.layout) === header;
  const alike = [table, ...all.filter((each) => each !== table && isAlike(each))];
  return {
    sources: alike.map(({ source }) => source.name),
    isSample,
    settle: async (signal) => {
      const prepared = await Promise.all(
        alike.map(async ({ source, layout }): Promise<PreparedTable> => {
          const detected = await desk.services.inspect(source, {}, signal);
          const key = isSample ? null : headerKey(detected.layout);
          const { restaurant, ...base } = choiceOf(layout);
          const inspection = await desk.services.inspect(source, { ...base, restaurant }, signal);
          return { inspection, key, detected: detected.layout, base, holds: 'orders' };
        }),
      );
      const { tables, keep } = await ask(desk, signal, prepared, [], 'change');
      const changed = new Map(alike.map((each, index) => [each, tables[index]!]));
      return { tables: all.map((each) => changed.get(each) ?? each), keep };
    },
  };
}

/** What a table can be read otherwise in, without a question. */
export type Otherwise = Partial<Pick<Layout, 'strayQuotesAreText' | 'otherTables'>>;

/** All tables on screen, one of them read otherwise. */
export function rereadTask(desk: Desk, table: LoadedTable, otherwise: Otherwise): Task {
  const all = desk.shown()?.dataset.tables ?? [];
  return {
    ...keepTask(desk, [table]),
    settle: () =>
      Promise.resolve({
        tables: all.map((each) => (each === table ? readOtherwise(each, otherwise) : each)),
      }),
  };
}

/** A task again, what it is about read otherwise. */
export function taskOtherwise(task: Task, otherwise: Otherwise): Task {
  return {
    ...task,
    settle: async (signal) => {
      const settled = await task.settle(signal);
      const other = (table: Table) =>
        'receipt' in table ? table : readOtherwise(table, otherwise);
      return {
        ...settled,
        tables: settled.tables?.map(other) ?? null,
        ...(settled.costs && { costs: settled.costs.map(other) }),
      };
    },
  };
}

function readOtherwise({ source, layout }: Table, otherwise: Otherwise): Table {
  return { source, layout: { ...layout, ...otherwise } };
}

/** Those of the tables on screen that stay. */
export function keepTask(desk: Desk, tables: readonly LoadedTable[]): Task {
  return {
    sources: tables.map(({ source }) => source.name),
    isSample: desk.shown()?.isSample ?? false,
    settle: () => Promise.resolve({ tables }),
  };
}

/** A task that goes on once lists of dish costs have come: they are newer than its own. */
export function besideCosts(task: Task, { costs, refused = [] }: Settled): Task {
  return {
    ...task,
    settle: async (signal) => {
      const settled = await task.settle(signal);
      return {
        ...settled,
        ...(costs && { costs }),
        refused: [...refused, ...(settled.refused ?? [])],
      };
    },
  };
}

/** These lists of dish costs alone. */
export function costsTask(costs: readonly Table[]): Task {
  return {
    sources: costs.map(({ source }) => source.name),
    isSample: false,
    settle: () => Promise.resolve({ tables: null, costs }),
  };
}

interface Answered {
  readonly tables: readonly Table[];
  readonly costs: readonly Table[];
  readonly place: Place;
  readonly keep: () => void;
}

/** Asks what must be asked of new tables, and where they go. */
export async function settle(
  desk: Desk,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
): Promise<Answered> {
  if (prepared.some(({ inspection }) => inspection.questions.length > 0)) {
    return ask(desk, signal, prepared, before, 'open');
  }
  const { tables, costs } = parted(prepared);
  const shown = desk.shown();
  const keep = () => undefined;
  if (before.length === 0 || tables.length === 0 || !shown) {
    return { tables, costs, place: 'replace', keep };
  }
  const sources = tables.map(({ source }) => source.name);
  const loadedAlready = loadedBefore(prepared, before);
  const place = await desk.ask(signal, { name: 'placing', shown, sources, loadedAlready });
  return { tables, costs, place, keep };
}

async function ask(
  desk: Desk,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
  purpose: 'open' | 'change',
): Promise<Answered> {
  const unsure = prepared.filter(
    ({ inspection }) => purpose === 'change' || inspection.questions.length > 0,
  );
  const groups = groupTables(unsure, desk.services, desk.remembered);
  const place = await desk.ask(signal, {
    name: 'mapping',
    shown: desk.shown(),
    groups,
    purpose,
    asksPlace: before.length > 0,
    besideOrders: prepared.some((table) => table.holds === 'orders' && !unsure.includes(table)),
    loadedAlready: loadedBefore(prepared, before),
  });
  const settled = new Map<Inspection, Pick<PreparedTable, 'inspection' | 'holds'>>();
  for (const group of groups) {
    const { holds } = group;
    for (const [index, inspection] of (await group.finish()).entries()) {
      settled.set(group.inspections[index]!, { inspection, holds });
    }
  }
  const { tables, costs } = parted(prepared.map((table) => settled.get(table.inspection) ?? table));
  const keep = () => {
    for (const group of groups) group.keep();
  };
  return { tables, costs, place, keep };
}

/** Orders, and lists of dish costs. */
function parted(
  prepared: readonly Pick<PreparedTable, 'inspection' | 'holds'>[],
): Pick<Answered, 'tables' | 'costs'> {
  const those = (holds: Holds) =>
    prepared.filter((table) => table.holds === holds).map(({ inspection }) => tableOf(inspection));
  return { tables: those('orders'), costs: those('costs') };
}

function tableOf({ source, layout }: Inspection): Table {
  return { source, layout };
}

/** Names of new tables whose file is on screen already: added, their lines would count twice. */
function loadedBefore(
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
): readonly string[] {
  return prepared
    .map(({ inspection }) => inspection.source)
    .filter((source) =>
      before.some(
        (table) =>
          table.source.name === source.name &&
          JSON.stringify(table.source.container) === JSON.stringify(source.container) &&
          table.source.file.size === source.file.size &&
          table.source.file.lastModified === source.file.lastModified,
      ),
    )
    .map(({ name }) => name);
}
