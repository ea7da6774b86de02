/** What a person can ask for, each ending in the tables that the reports are to be made from. */
import type { Inspection } from '../ingest/inspect';
import { choiceOf } from '../ingest/layout';
import type { LoadedTable, Table } from '../pipeline/dataset';
import { groupTables } from './group-tables';
import type { Phase, Place, Shown } from './phase';
import { prepare, type Inspecting, type PreparedTable } from './prepare';
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

export interface Task {
  /** Names of what it is about. */
  readonly sources: readonly string[];
  readonly isSample: boolean;
  /** The tables of the reports; asks a person where that is needed. */
  tables(signal: AbortSignal): Promise<readonly (Table | LoadedTable)[]>;
}

export function sampleTask({ services }: Desk): Task {
  return {
    sources: [SAMPLE_NAME],
    isSample: true,
    tables: async (signal) => {
      const file = await services.fetchSample(signal);
      const tables = await prepare([file], services, new RememberedChoices(null), false);
      return tables.map(({ inspection }) => tableOf(inspection));
    },
  };
}

export function filesTask(desk: Desk, files: readonly File[], byHand: boolean): Task {
  return {
    sources: files.map(({ name }) => name),
    isSample: false,
    tables: async (signal) => {
      const prepared = await prepare(files, desk.services, desk.remembered, byHand, signal);
      signal.throwIfAborted();
      const shown = desk.shown();
      const before = shown && !shown.isSample ? shown.dataset.tables : [];
      const { tables, place } = await settle(desk, signal, prepared, before);
      return place === 'add' ? [...before, ...tables] : tables;
    },
  };
}

export function changeTask(desk: Desk, table: LoadedTable): Task {
  const shown = desk.shown();
  // What is tried on the sample is remembered for no file of one's own.
  const isSample = shown?.isSample ?? false;
  const all = shown?.dataset.tables ?? [];
  const key = headerKey(table.layout);
  const alike = all.filter(
    (each) => each === table || (key !== null && headerKey(each.layout) === key),
  );
  return {
    sources: alike.map(({ source }) => source.name),
    isSample,
    tables: async (signal) => {
      const prepared = await Promise.all(
        alike.map(async ({ source, layout }): Promise<PreparedTable> => {
          const detected = await desk.services.inspect(source, {});
          const inspection = await desk.services.inspect(source, choiceOf(layout));
          return { inspection, key: isSample ? null : headerKey(detected.layout) };
        }),
      );
      const { tables } = await ask(desk, signal, prepared, [], 'change');
      const changed = new Map(alike.map((each, index) => [each, tables[index]!]));
      return all.map((each) => changed.get(each) ?? each);
    },
  };
}

/** Those of the tables on screen that stay. */
export function keepTask(desk: Desk, tables: readonly LoadedTable[]): Task {
  return {
    sources: tables.map(({ source }) => source.name),
    isSample: desk.shown()?.isSample ?? false,
    tables: () => Promise.resolve(tables),
  };
}

/** Asks what must be asked of new tables, and where they go. */
async function settle(
  desk: Desk,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
): Promise<{ tables: readonly Table[]; place: Place }> {
  if (prepared.some(({ inspection }) => inspection.questions.length > 0)) {
    return ask(desk, signal, prepared, before, 'open');
  }
  const tables = prepared.map(({ inspection }) => tableOf(inspection));
  const shown = desk.shown();
  if (before.length === 0 || !shown) return { tables, place: 'replace' };
  const sources = tables.map(({ source }) => source.name);
  const loadedAlready = loadedBefore(prepared, before);
  const place = await desk.ask(signal, { name: 'placing', shown, sources, loadedAlready });
  return { tables, place };
}

async function ask(
  desk: Desk,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
  purpose: 'open' | 'change',
): Promise<{ tables: readonly Table[]; place: Place }> {
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
    loadedAlready: loadedBefore(prepared, before),
  });
  const settled = new Map<Inspection, Inspection>();
  for (const group of groups) {
    for (const [index, inspection] of (await group.finish()).entries()) {
      settled.set(group.inspections[index]!, inspection);
    }
  }
  const tables = prepared.map(({ inspection }) => tableOf(settled.get(inspection) ?? inspection));
  return { tables, place };
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
          table.source.file.size === source.file.size &&
          table.source.file.lastModified === source.file.lastModified,
      ),
    )
    .map(({ name }) => name);
}
