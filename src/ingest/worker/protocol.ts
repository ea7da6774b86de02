import type { FailureReport } from '../../domain/failure';
import type { Chunk } from '../records/chunk';
import type { Inspection } from '../layout/inspect';
import type { Choice, Layout } from '../layout/layout';
import type { Beginning, PartRead, Reading } from './part-reader';
import type { Source } from '../container/source';

/** A worker looks at files, or it reads one. */
export type Request = LookRequest | ReadRequest;

/** Each is answered once, under its number. */
export type LookRequest =
  | { readonly type: 'sourcesOf'; readonly id: number; readonly file: File }
  | {
      readonly type: 'inspect';
      readonly id: number;
      readonly source: Source;
      readonly choice: Choice | undefined;
    };

export type LookResponse = { readonly id: number } & (
  | { readonly type: 'sources'; readonly sources: readonly Source[] }
  | { readonly type: 'inspection'; readonly inspection: Inspection }
  | { readonly type: 'failure'; readonly report: FailureReport }
);

/** The page asks for a chunk or a part at a time, so a slow engine never lets them pile up. */
export type ReadRequest =
  | {
      readonly type: 'open';
      readonly source: Source;
      readonly layout: Layout;
      readonly chunkBytes: number;
    }
  | { readonly type: 'next' }
  | { readonly type: 'open parts'; readonly reading: Reading }
  | { readonly type: 'part'; readonly index: number; readonly beginning: Beginning }
  /** What was opened: the next file may be long in coming. */
  | { readonly type: 'forget' };

export type ReadResponse =
  | { readonly type: 'chunk'; readonly chunk: Chunk }
  | { readonly type: 'end' }
  | { readonly type: 'part'; readonly part: PartRead | null }
  | { readonly type: 'failure'; readonly report: FailureReport };
