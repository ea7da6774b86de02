/** What a task is, and what it works with. */
import type { FailureReport } from '../../domain/failure';
import type { InputTable, LoadedTable } from '../../pipeline/dataset';
import type { Inspecting } from '../files/prepare';
import type { RememberedChoices } from '../files/remembered-choices';
import type { Phase, Place, Shown } from '../phase';

export interface FileServices extends Inspecting {
  fetchSample(signal: AbortSignal): Promise<File>;
}

/** What a task works with. */
export interface TaskContext {
  readonly services: FileServices;
  readonly remembered: RememberedChoices;
  /** The reports on screen. */
  shown(): Shown | null;
  /** Shows the phase until a person answers it. Rejects where they turn to something else. */
  ask(signal: AbortSignal, phase: Phase): Promise<Place>;
}

/** The tables that the reports are to be made from, and what there is to do and to say once they are. */
export interface ResolvedInput {
  /** Null: those on screen, as they are. */
  readonly tables: readonly (InputTable | LoadedTable)[] | null;
  /** Lists of dish costs in the place of those before; left out, those stay. */
  readonly costs?: readonly InputTable[];
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
  settle(signal: AbortSignal): Promise<ResolvedInput>;
  /** The same with every column shown to a person first, where that can help. */
  readonly byHand?: () => Task;
}

/** A task that was ended by files of which nobody knows yet whether they are more than dish costs. */
export interface InterruptedTask {
  readonly task: Task;
  /** What that one had ended itself. */
  readonly before: InterruptedTask | null;
}
