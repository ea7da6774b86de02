import { clip } from '../../i18n/format';
import { messages } from '../../i18n/locale';
import type { Phase } from '../../state/phase';

/**
 * Describes the phase in a sentence that rarely changes, because a screen reader reads every
 * change.
 */
export function statusOf(phase: Phase): string {
  const words = messages().screens.status;
  switch (phase.name) {
    case 'idle':
      return words.idle;
    case 'working': {
      if (phase.step.name === 'engine') return words.engine;
      const files = clip(messages().format.series(phase.sources));
      const percent = quartersOf(phase.step.progress) * 25;
      return percent === 0 ? words.reading(files) : words.readPart(files, percent);
    }
    case 'mapping':
      return phase.purpose === 'open' ? words.asking : words.changing;
    case 'placing':
      return words.placing;
    case 'ready': {
      const { read, kept, rejected } = phase.shown.dataset.receipt;
      return words.ready(read, kept, rejected);
    }
    case 'failed':
      return words.failed;
  }
}

function quartersOf(progress: { readBytes: number; totalBytes: number } | null): number {
  if (!progress || progress.totalBytes === 0) return 0;
  return Math.floor((progress.readBytes / progress.totalBytes) * 4);
}
