/** Inspects files and applies what was remembered about files with the same header. */
import type { Inspection } from '../../ingest/layout/inspect';
import type { Choice, Columns, Layout } from '../../ingest/layout/layout';
import type { Source } from '../../ingest/container/source';
import { Failure, type FailureReport } from '../../domain/failure';
import type { LoadedTable } from '../../pipeline/dataset';
import { choiceForRejectedRows } from './rejected-files';
import {
  applicableChoice,
  headerKey,
  restaurantOf,
  type HeaderChoice,
  type RememberedChoices,
} from './remembered-choices';

export interface Inspecting {
  /** Returns the tables of a file; throws a Failure if it contains no table. */
  sourcesOf(file: File, signal?: AbortSignal): Promise<readonly Source[]>;
  /** Detects a table's layout; throws a Failure if the table cannot contain orders. */
  inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection>;
}

export interface PreparedTable {
  readonly inspection: Inspection;
  /** The header under which a choice is remembered. */
  readonly key: string | null;
  /** The layout as detected without any remembered choice. */
  readonly detected: Layout;
  /** The choice that the inspection used, without the restaurant. */
  readonly base: HeaderChoice;
  readonly holds: Holds;
}

export type Holds = 'orders' | 'costs';

export interface Prepared {
  readonly tables: readonly PreparedTable[];
  readonly refused: readonly FailureReport[];
}

export interface PrepareContext {
  readonly remembered: RememberedChoices;
  readonly shown: readonly LoadedTable[];
  /**
   * Whether to ignore remembered choices and to ask about every table, even one without known
   * columns.
   */
  readonly byHand: boolean;
}

/** Inspects the tables of files. Throws the first Failure if no table can be used. */
export async function prepare(
  files: readonly File[],
  inspecting: Inspecting,
  { remembered, shown, byHand }: PrepareContext,
  signal?: AbortSignal,
): Promise<Prepared> {
  const tables: PreparedTable[] = [];
  const refused: Failure[] = [];
  const orRefusal = async <T>(look: () => Promise<T>): Promise<T | null> => {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof Failure) || error.report.fault !== 'input') throw error;
      refused.push(error);
      return null;
    }
  };
  const own: Inspecting = {
    sourcesOf: (file) => inspecting.sourcesOf(file, signal),
    inspect: (source, choice) => inspecting.inspect(source, choice, signal),
  };
  for (const file of files) {
    for (const source of (await orRefusal(() => own.sourcesOf(file))) ?? []) {
      const table = await orRefusal(() =>
        byHand ? shownTable(source, own) : knownTable(source, own, remembered, shown),
      );
      if (table) tables.push(table);
    }
  }
  const [first] = refused;
  if (tables.length === 0 && first) throw first;
  return { tables, refused: refused.map(({ report }) => report) };
}

async function shownTable(source: Source, { inspect }: Inspecting): Promise<PreparedTable> {
  const inspection = await inspect(source, {});
  const others = inspection.questions.filter((question) => question !== 'columns');
  return {
    inspection: { ...inspection, questions: ['columns', ...others] },
    key: headerKey(inspection.layout),
    detected: inspection.layout,
    base: {},
    holds: 'orders',
  };
}

async function knownTable(
  source: Source,
  { inspect }: Inspecting,
  remembered: RememberedChoices,
  shown: readonly LoadedTable[],
): Promise<PreparedTable> {
  const { detected, refusal } = await detect(source, inspect);
  const key = headerKey(detected.layout);
  const base = choiceForRejectedRows(detected.layout, shown);
  const about = { key, detected: detected.layout, holds: 'orders' as const };
  if (base) return { ...about, inspection: await inspect(source, base), base };
  const known = remembered.get(key);
  if (detected.costs?.isSure) {
    return costTable(source, inspect, detected.costs.columns, {
      ...about,
      isAsked: known !== null,
    });
  }
  if (!known) {
    if (refusal) throw refusal;
    return { ...about, inspection: detected, base: {} };
  }
  const choice = applicableChoice(known, detected.layout);
  const { inspection, base: own } = await inspectAs(choice, source, inspect);
  const restaurant = inspection.layout.restaurant && restaurantOf(known, source.name);
  return {
    ...about,
    inspection: restaurant
      ? { ...inspection, layout: { ...inspection.layout, restaurant } }
      : inspection,
    base: own,
  };
}

/**
 * Inspects a table of dish costs. `isAsked` asks for the columns, because files with this header
 * were read as orders before.
 */
async function costTable(
  source: Source,
  inspect: Inspecting['inspect'],
  columns: Columns,
  { isAsked, ...about }: Pick<PreparedTable, 'key' | 'detected'> & { readonly isAsked: boolean },
): Promise<PreparedTable> {
  const base = { columns };
  const inspection = await inspect(source, base);
  const unsure = inspection.questions.filter((question) => question !== 'restaurant');
  const questions = isAsked ? (['columns'] as const) : unsure;
  return { ...about, inspection: { ...inspection, questions }, base, holds: 'costs' };
}

/**
 * Inspects a table with a remembered choice, but without a decimal mark that does not fit every
 * price.
 */
async function inspectAs(
  choice: HeaderChoice,
  source: Source,
  inspect: Inspecting['inspect'],
): Promise<{ inspection: Inspection; base: HeaderChoice }> {
  const inspection = await inspect(source, choice);
  if (choice.decimalMark === undefined || inspection.prices.unreadable === 0) {
    return { inspection, base: choice };
  }
  const base = { ...choice };
  delete base.decimalMark;
  return { inspection: await inspect(source, base), base };
}

/**
 * Detects a layout. It returns a refusal for a table without known columns, because a remembered
 * mapping can still fit the table.
 */
async function detect(
  source: Source,
  inspect: Inspecting['inspect'],
): Promise<{ detected: Inspection; refusal: Failure | null }> {
  try {
    return { detected: await inspect(source), refusal: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.report.wayOn !== 'match columns') throw error;
    return { detected: await inspect(source, {}), refusal: error };
  }
}
