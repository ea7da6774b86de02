import type { FailureReport } from '../lib/failure';
import type { Chunk } from './chunk';
import type { Layout } from './layout';
import type { Source } from './source';

/** The page asks for a chunk at a time, so a slow engine never lets chunks pile up. */
export type Request =
  | {
      readonly type: 'open';
      readonly source: Source;
      readonly layout: Layout;
      readonly chunkBytes: number;
    }
  | { readonly type: 'next' };

export type Response =
  | { readonly type: 'chunk'; readonly chunk: Chunk }
  | { readonly type: 'end' }
  | { readonly type: 'failure'; readonly report: FailureReport };
