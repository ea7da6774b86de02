import type { FailureReport } from '../../domain/failure';
import type { Chunk } from '../records/chunk';
import type { Inspection } from '../layout/inspect';
import type { Choice, Layout } from '../layout/layout';
import type { PartStart, PartRead, ReaderTask } from './part-reader';
import type { Source } from '../container/source';

export type Request = LookRequest | ReadRequest;

/** Each request gets one response with the same id. */
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

/**
 * The page requests one chunk or part at a time, so that chunks never pile up behind a slow engine.
 */
export type ReadRequest =
  | {
      readonly type: 'open';
      readonly source: Source;
      readonly layout: Layout;
      readonly chunkBytes: number;
    }
  | { readonly type: 'next' }
  | { readonly type: 'open parts'; readonly reading: ReaderTask }
  | { readonly type: 'part'; readonly index: number; readonly beginning: PartStart }
  /** Releases the memory of the last file while the worker is idle. */
  | { readonly type: 'forget' };

export type ReadResponse =
  | { readonly type: 'chunk'; readonly chunk: Chunk }
  | { readonly type: 'end' }
  | { readonly type: 'part'; readonly part: PartRead | null }
  | { readonly type: 'failure'; readonly report: FailureReport };
