import type { Inspection } from '../../ingest/layout/inspect';
import { choiceOf, type Layout } from '../../ingest/layout/layout';
import { hasSheets } from '../../ingest/container/source';
import type { LoadedTable, InputTable } from '../../pipeline/dataset';
import { groupTables } from '../files/group-tables';
import type { Place } from '../phase';
import { prepare, type PrepareContext, type Holds, type PreparedTable } from '../files/prepare';
import { headerKey, RememberedChoices } from '../files/remembered-choices';

import type { ResolvedInput, Task, TaskContext } from './task';

const SAMPLE_NAME = 'data.csv';

export function sampleTask({ services }: TaskContext): Task {
  return {
    sources: [SAMPLE_NAME],
    isSample: true,
    resolveInput: async (signal) => {
      const file = await services.fetchSample(signal);
      const before = { remembered: new RememberedChoices(null), shown: [], byHand: false };
      const { tables } = await prepare([file], services, before, signal);
      return { tables: tables.map(({ inspection }) => tableOf(inspection)) };
    },
  };
}

export function filesTask(context: TaskContext, files: readonly File[], byHand = false): Task {
  return {
    sources: files.map(({ name }) => name),
    isSample: false,
    byHand: () => filesTask(context, files, true),
    resolveInput: async (signal) => {
      const { services } = context;
      const { tables, refused } = await prepare(
        files,
        services,
        prepareContext(context, byHand),
        signal,
      );
      signal.throwIfAborted();
      const before = ownTables(context);
      const {
        tables: own,
        costs,
        place,
        keep,
      } = await askIfNeeded(context, signal, tables, before);
      const all = place === 'add' ? [...before, ...own] : own;
      return {
        tables: own.length > 0 ? all : null,
        ...(costs.length > 0 && { costs }),
        ...{ refused, keep },
      };
    },
  };
}

export function prepareContext(context: TaskContext, byHand: boolean): PrepareContext {
  return { remembered: context.remembered, shown: ownTables(context), byHand };
}

function ownTables(context: TaskContext): readonly LoadedTable[] {
  const shown = context.shown();
  return shown && !shown.isSample ? shown.dataset.tables : [];
}

/** Asks about the columns of this table and of all tables with the same header. */
export function changeTask(context: TaskContext, table: LoadedTable): Task {
  const shown = context.shown();
  // Decisions about the sample are not remembered.
  const isSample = shown?.isSample ?? false;
  const all = shown?.dataset.tables ?? [];
  const header = headerKey(table.layout);
  // Excludes workbooks with several sheets, because a sheet is chosen for each table separately.
  const isAlike = (each: LoadedTable) =>
    header !== null &&
    !hasSheets(table.source) &&
    !hasSheets(each.source) &&
    headerKey(each.layout) === header;
  const alike = [table, ...all.filter((each) => each !== table && isAlike(each))];
  return {
    sources: alike.map(({ source }) => source.name),
    isSample,
    resolveInput: async (signal) => {
      const prepared = await Promise.all(
        alike.map(async ({ source, layout }): Promise<PreparedTable> => {
          const detected = await context.services.inspect(source, {}, signal);
          const key = isSample ? null : headerKey(detected.layout);
          const { restaurant, ...base } = choiceOf(layout);
          const inspection = await context.services.inspect(
            source,
            { ...base, restaurant },
            signal,
          );
          return { inspection, key, detected: detected.layout, base, holds: 'orders' };
        }),
      );
      const { tables, keep } = await askAboutColumns(context, signal, prepared, [], 'change');
      const changed = new Map(alike.map((each, index) => [each, tables[index]!]));
      return { tables: all.map((each) => changed.get(each) ?? each), keep };
    },
  };
}

/** Layout changes that a person makes with one click. */
export type ReadOverride = Partial<Pick<Layout, 'strayQuotesAreText' | 'otherTables'>>;

export function rereadTask(context: TaskContext, table: LoadedTable, override: ReadOverride): Task {
  const all = context.shown()?.dataset.tables ?? [];
  return {
    ...keepTask(context, [table]),
    resolveInput: () =>
      Promise.resolve({
        tables: all.map((each) => (each === table ? withOverride(each, override) : each)),
      }),
  };
}

export function taskWithOverride(task: Task, override: ReadOverride): Task {
  return {
    ...task,
    resolveInput: async (signal) => {
      const input = await task.resolveInput(signal);
      const other = (table: InputTable) =>
        'receipt' in table ? table : withOverride(table, override);
      return {
        ...input,
        tables: input.tables?.map(other) ?? null,
        ...(input.costs && { costs: input.costs.map(other) }),
      };
    },
  };
}

function withOverride({ source, layout }: InputTable, override: ReadOverride): InputTable {
  return { source, layout: { ...layout, ...override } };
}

export function keepTask(context: TaskContext, tables: readonly LoadedTable[]): Task {
  return {
    sources: tables.map(({ source }) => source.name),
    isSample: context.shown()?.isSample ?? false,
    resolveInput: () => Promise.resolve({ tables }),
  };
}

/** Resumes an interrupted task with newer dish costs. */
export function resumeWithCosts(task: Task, { costs, refused = [] }: ResolvedInput): Task {
  return {
    ...task,
    resolveInput: async (signal) => {
      const input = await task.resolveInput(signal);
      return {
        ...input,
        ...(costs && { costs }),
        refused: [...refused, ...(input.refused ?? [])],
      };
    },
  };
}

export function costsTask(costs: readonly InputTable[]): Task {
  return {
    sources: costs.map(({ source }) => source.name),
    isSample: false,
    resolveInput: () => Promise.resolve({ tables: null, costs }),
  };
}

interface AnsweredTables {
  readonly tables: readonly InputTable[];
  readonly costs: readonly InputTable[];
  readonly place: Place;
  readonly keep: () => void;
}

export async function askIfNeeded(
  context: TaskContext,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
): Promise<AnsweredTables> {
  if (prepared.some(({ inspection }) => inspection.questions.length > 0)) {
    return askAboutColumns(context, signal, prepared, before, 'open');
  }
  const { tables, costs } = splitByContent(prepared);
  const shown = context.shown();
  const keep = () => undefined;
  if (before.length === 0 || tables.length === 0 || !shown) {
    return { tables, costs, place: 'replace', keep };
  }
  const sources = tables.map(({ source }) => source.name);
  const loadedAlready = loadedBefore(prepared, before);
  const place = await context.ask(signal, { name: 'placing', shown, sources, loadedAlready });
  return { tables, costs, place, keep };
}

async function askAboutColumns(
  context: TaskContext,
  signal: AbortSignal,
  prepared: readonly PreparedTable[],
  before: readonly LoadedTable[],
  purpose: 'open' | 'change',
): Promise<AnsweredTables> {
  const unsure = prepared.filter(
    ({ inspection }) => purpose === 'change' || inspection.questions.length > 0,
  );
  const groups = groupTables(unsure, context.services, context.remembered);
  const place = await context.ask(signal, {
    name: 'mapping',
    shown: context.shown(),
    groups,
    purpose,
    asksPlace: before.length > 0,
    besideOrders: prepared.some((table) => table.holds === 'orders' && !unsure.includes(table)),
    loadedAlready: loadedBefore(prepared, before),
  });
  const answered = new Map<Inspection, Pick<PreparedTable, 'inspection' | 'holds'>>();
  for (const group of groups) {
    const { holds } = group;
    for (const [index, inspection] of (await group.finish()).entries()) {
      answered.set(group.inspections[index]!, { inspection, holds });
    }
  }
  const { tables, costs } = splitByContent(
    prepared.map((table) => answered.get(table.inspection) ?? table),
  );
  const keep = () => {
    for (const group of groups) group.keep();
  };
  return { tables, costs, place, keep };
}

function splitByContent(
  prepared: readonly Pick<PreparedTable, 'inspection' | 'holds'>[],
): Pick<AnsweredTables, 'tables' | 'costs'> {
  const those = (holds: Holds) =>
    prepared.filter((table) => table.holds === holds).map(({ inspection }) => tableOf(inspection));
  return { tables: those('orders'), costs: those('costs') };
}

function tableOf({ source, layout }: Inspection): InputTable {
  return { source, layout };
}

/** Names the new tables that are already on screen, because their lines would count twice. */
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
