/** From files to tables that are known, or nearly: what is in them, and what was decided about their like before. */
import type { Inspection } from '../ingest/inspect';
import type { Choice } from '../ingest/layout';
import type { Source } from '../ingest/source';
import { Failure } from '../lib/failure';
import { headerKey, stemOf, type RememberedChoices } from './remembered-choices';

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
}

/** `byHand`: show what does not look like orders too, for a person to match its columns. */
export async function prepare(
  files: readonly File[],
  inspecting: Inspecting,
  remembered: RememberedChoices,
  byHand: boolean,
  signal?: AbortSignal,
): Promise<PreparedTable[]> {
  const tables: PreparedTable[] = [];
  const own: Inspecting = {
    sourcesOf: (file) => inspecting.sourcesOf(file, signal),
    inspect: (source, choice) => inspecting.inspect(source, choice, signal),
  };
  for (const file of files) {
    for (const source of await own.sourcesOf(file)) {
      tables.push(await prepareTable(source, own, remembered, byHand));
    }
  }
  return tables;
}

async function prepareTable(
  source: Source,
  { inspect }: Inspecting,
  remembered: RememberedChoices,
  byHand: boolean,
): Promise<PreparedTable> {
  const { detected, refusal } = await detect(source, inspect, byHand);
  const key = headerKey(detected.layout);
  const known = remembered.get(key);
  if (!known) {
    if (refusal) throw refusal;
    return { inspection: detected, key };
  }
  const inspection = await inspect(source, known.choice);
  const stem = stemOf(source.name);
  const name = known.restaurants.find(([own]) => own === stem)?.[1];
  if (name === undefined || inspection.layout.restaurant === null) {
    return { inspection, key };
  }
  return {
    inspection: { ...inspection, layout: { ...inspection.layout, restaurant: name } },
    key,
  };
}

/** A table that is refused for its columns may still be one that was matched by hand before. */
async function detect(
  source: Source,
  inspect: Inspecting['inspect'],
  byHand: boolean,
): Promise<{ detected: Inspection; refusal: Failure | null }> {
  try {
    return { detected: await inspect(source, byHand ? {} : undefined), refusal: null };
  } catch (error) {
    if (!(error instanceof Failure) || error.report.wayOn !== 'match columns') throw error;
    return { detected: await inspect(source, {}), refusal: error };
  }
}
