/** Decides whether an engine can still be used after an error. */
import { isOutOfMemory } from '../domain/failure';

/** The engine's worker has stopped or was terminated. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
}

/** Why an engine is lost. */
export type Loss = 'memory' | 'stopped';

/**
 * Returns null if the engine only refused a statement. A WebAssembly trap leaves the engine in an
 * undefined state.
 */
export function lossOf(error: unknown): Loss | null {
  if (isOutOfMemory(error)) return 'memory';
  if (!(error instanceof Error)) return null;
  const isOver = error instanceof EngineEnded || error.name === 'RuntimeError';
  return isOver ? 'stopped' : lossOf(error.cause);
}
