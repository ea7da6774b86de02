/** From files to tables that are known, or nearly: what is in them, and what was decided about their like before. */
import type { Inspection } from '../../ingest/layout/inspect';
import type { Choice, Columns, Layout } from '../../ingest/layout/layout';
import type { Source } from '../../ingest/container/source';
import { Failure, type FailureReport } from '../../domain/failure';
import type { LoadedTable } from '../../pipeline/dataset';
import { choiceForRejected } from './rejected-files';
import {
  choiceFor,
  headerKey,
  restaurantOf,
  type HeaderChoice,
  type RememberedChoices,
} from './remembered-choices';

/** What the page needs of reading files before there is an engine. */
export interface Inspecting {
  /** Throws a Failure where there is no table in the file. */
  sourcesOf(file: File, signal?: AbortSignal): Promise<readonly Source[]>;
  /** Throws a Failure where the table cannot be one of orders. */
  inspect(source: Source, choice?: Choice, signal?: AbortSignal): Promise<Inspection>;
}

export interface PreparedTable {
  readonly inspection: Inspection;
  /** What a choice for its header is remembered under. */
  readonly key: string | null;
  /** As it would be read if nobody had ever decided anything. */
  readonly detected: Layout;
  /** The choice that the inspection was made with, its restaurant aside. */
  readonly base: HeaderChoice;
  readonly holds: Holds;
}

/** What is in a table: orders, or what dishes cost to make. */
export type Holds = 'orders' | 'costs';

export interface Prepared {
  readonly tables: readonly PreparedTable[];
  /** Why others are not among them. */
  readonly refused: readonly FailureReport[];
}

/** What was there before the files came. */
export interface Before {
  readonly remembered: RememberedChoices;
  /** The tables on screen, for records of theirs that come back. */
  readonly shown: readonly LoadedTable[];
  /** Show what does not look like orders too, for a person to match its columns, whatever was remembered. */
  readonly byHand: boolean;
}

/** Throws the first Failure where not one table is left. */
export async function prepare(
  files: readonly File[],
  inspecting: Inspecting,
  { remembered, shown, byHand }: Before,
  signal?: AbortSignal,
): Promise<Prepared> {
  const tables: PreparedTable[] = [];
  const refused: Failure[] = [];
  const orRefused = async <T>(look: () => Promise<T>): Promise<T | null> => {
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
    for (const source of (await orRefused(() => own.sourcesOf(file))) ?? []) {
      const table = await orRefused(() =>
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
  const base = choiceForRejected(detected.layout, shown);
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
  const choice = choiceFor(known, detected.layout);
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

/** `isAsked`: files of that header were orders before. */
async function costTable(
  source: Source,
  inspect: Inspecting['inspect'],
  columns: Columns,
  { isAsked, ...about }: Pick<PreparedTable, 'key' | 'detected'> & { readonly isAsked: boolean },
): Promise<PreparedTable> {
  const base = { columns };
  const inspection = await inspect(source, base);
  // Costs are of no restaurant.
  const unsure = inspection.questions.filter((question) => question !== 'restaurant');
  const questions = isAsked ? (['columns'] as const) : unsure;
  return { ...about, inspection: { ...inspection, questions }, base, holds: 'costs' };
}

/** A decimal mark that does not read every price was decided for other ones. */
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

/** A table that is refused for its columns may still be one that was matched by hand before. */
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
