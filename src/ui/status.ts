import { clip, formatCount, formatNumberOf } from '../lib/format';
import type { Phase } from '../state/phase';

/** The phase in words. It changes seldom, for a screen reader says each change. */
export function statusOf(phase: Phase): string {
  switch (phase.name) {
    case 'idle':
      return 'No file loaded. Choose CSV files, or drop them on this page.';
    case 'working':
      return phase.step.name === 'engine'
        ? 'Fetching the database engine.'
        : `Reading ${clip(phase.sources.join(', '))}${quarter(phase.step.progress)}.`;
    case 'mapping':
      return phase.purpose === 'open'
        ? 'A question about the file must be answered before it is read.'
        : 'How the file is read can be changed.';
    case 'placing':
      return 'Replace the reports, or add to them?';
    case 'ready': {
      const { read, kept, rejected } = phase.shown.dataset.receipt;
      return `Reports ready: ${formatNumberOf(read, 'record')} read, ${formatCount(kept)} kept, ${formatCount(rejected)} rejected.`;
    }
    case 'failed':
      return 'The file could not be loaded.';
  }
}

function quarter(progress: { readBytes: number; totalBytes: number } | null): string {
  if (!progress || progress.totalBytes === 0) return '';
  const quarters = Math.floor((progress.readBytes / progress.totalBytes) * 4);
  return quarters === 0 ? '' : `: ${String(quarters * 25)} percent`;
}
