import type { FailureReport } from '../../domain/failure';
import type { InputTable, LoadedTable } from '../../pipeline/dataset';
import type { Inspecting } from '../files/prepare';
import type { RememberedChoices } from '../files/remembered-choices';
import type { Phase, Place, Shown } from '../phase';

export interface FileServices extends Inspecting {
  fetchSample(signal: AbortSignal): Promise<File>;
}

export interface TaskContext {
  readonly services: FileServices;
  readonly remembered: RememberedChoices;
  shown(): Shown | null;
  /** Shows the phase and waits for the person's answer. Rejects when another task starts. */
  ask(signal: AbortSignal, phase: Phase): Promise<Place>;
}

export interface ResolvedInput {
  /** Null keeps the tables on screen. */
  readonly tables: readonly (InputTable | LoadedTable)[] | null;
  /** Replaces the lists of dish costs; undefined keeps them. */
  readonly costs?: readonly InputTable[];
  readonly refused?: readonly FailureReport[];
  /** Remembers the decisions. Called only after a successful load. */
  readonly keep?: () => void;
}

export interface Task {
  readonly sources: readonly string[];
  readonly isSample: boolean;
  /** Returns the tables to load, and can ask the person questions first. */
  resolveInput(signal: AbortSignal): Promise<ResolvedInput>;
  /**
   * Returns the same task, but with a question about every column. Missing if questions cannot
   * help.
   */
  readonly byHand?: () => Task;
}

/**
 * A task that new files have interrupted. It continues if the new files contain only dish costs.
 */
export interface InterruptedTask {
  readonly task: Task;
  readonly before: InterruptedTask | null;
}
