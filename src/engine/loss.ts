import { isOutOfMemory } from '../domain/failure';

export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
}

export type Loss = 'memory' | 'stopped';

/**
 * Returns why the engine is lost, or null if it only refused a statement. A WebAssembly trap counts
 * as lost, because it leaves the engine in an undefined state.
 */
export function lossOf(error: unknown): Loss | null {
  if (isOutOfMemory(error)) return 'memory';
  if (!(error instanceof Error)) return null;
  const isOver = error instanceof EngineEnded || error.name === 'RuntimeError';
  return isOver ? 'stopped' : lossOf(error.cause);
}
