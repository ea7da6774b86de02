import type { Reject, Rejects } from '../../src/domain/receipt';
import { joinRejects, RejectLog } from '../../src/pipeline/reject-log';

export const NO_REJECTS: Rejects = joinRejects([]);

export function rejectsOf(source: string, rejects: readonly Omit<Reject, 'source'>[]): RejectLog {
  const log = new RejectLog(source);
  log.add(rejects.map((reject) => ({ ...reject, source })));
  return log;
}

export async function allOf(rejects: Rejects): Promise<Reject[]> {
  const all: Reject[] = [];
  for await (const batch of rejects.batches()) all.push(...batch);
  return all;
}
