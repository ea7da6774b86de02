/** Whether an engine that failed can still be asked. */
import { isOutOfMemory } from '../domain/failure';

/** Its worker is gone, or was ended. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded';
}

/** Why an engine is lost; null where it only refused a statement. */
export type Loss = 'memory' | 'stopped';

/** A trap of WebAssembly leaves the engine in the middle of whatever it did. */
export function lossOf(error: unknown): Loss | null {
  if (isOutOfMemory(error)) return 'memory';
  if (!(error instanceof Error)) return null;
  const isOver = error instanceof EngineEnded || error.name === 'RuntimeError';
  return isOver ? 'stopped' : lossOf(error.cause);
}
