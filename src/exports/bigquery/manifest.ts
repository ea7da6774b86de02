import { sha256OfParts } from '../../lib/sha256';
import type { Receipt } from '../../domain/receipt';
import type { ArchiveEntry } from '../zip';
import type { Checked } from './verify';

/** An input table that the kit was made from. */
export interface KitSource {
  readonly source: { readonly name: string; readonly file: { readonly size: number } };
  readonly receipt: Receipt;
}

interface Made {
  /** The date, such as `2026-11-22`. */
  readonly date: string;
  readonly sources: readonly KitSource[];
  readonly receipt: Receipt;
  readonly checked: readonly Checked[];
  readonly leftOut: readonly string[];
}

/**
 * Returns a file with the origin of the kit, Dishboard's version, and the SHA-256 of each other
 * file.
 */
export async function manifestJson(made: Made, files: readonly ArchiveEntry[]): Promise<string> {
  const listed: { path: string; bytes: number; sha256: string }[] = [];
  for (const { name, parts } of files) {
    const bytes = parts.reduce((sum, part) => sum + sizeOf(part), 0);
    listed.push({ path: name, bytes, sha256: await sha256OfParts(parts) });
  }
  const manifest = {
    kind: 'Dishboard BigQuery kit',
    date: made.date,
    versions: { dishboard: __DISHBOARD_VERSION__, 'duckdb-wasm': __DUCKDB_WASM_VERSION__ },
    sources: made.sources.map(({ source, receipt }) => ({
      name: source.name,
      file_bytes: source.file.size,
      ...receiptOf(receipt),
    })),
    receipt: receiptOf(made.receipt),
    tables: made.checked.map(({ table, figures }) => ({ name: table.name, rows: figures.rows })),
    tables_left_out: made.leftOut,
    files: listed,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function sizeOf(part: Uint8Array | Blob): number {
  return part instanceof Blob ? part.size : part.byteLength;
}

function receiptOf({ lines, read, kept, rejected }: Receipt) {
  return { lines, read, kept, rejected };
}
