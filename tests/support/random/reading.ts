/** The reader's output and the expected output in a comparable form. */
import type { Chunk } from '../../../src/ingest/records/chunk';
import type { Layout } from '../../../src/ingest/layout/layout';
import { directIngest } from '../../../src/ingest/worker/read';
import { orderLine, rawText } from '../../../src/ingest/records/record';
import type { Source } from '../../../src/ingest/container/source';
import { perRole, ROLES } from '../../../src/domain/roles';
import type { RawOrderLine, RawValue } from '../reference-judging';
import { rolesOf } from '../values';
import { orderLineOf } from './expected';
import type { WrittenFile } from './files';

export interface FileReading {
  /** The number of physical lines in the body, without the header. */
  readonly lines: number;
  readonly blankLines: number;
  readonly records: number;
  readonly orderLines: { line: number; values: RawOrderLine; fields: readonly string[] }[];
  readonly misshapen: { line: number; lines: number; reason: string; rawLine: string }[];
}

export async function readingOf(
  source: Source,
  layout: Layout,
  chunkBytes: number,
  readers: number,
): Promise<FileReading> {
  const values = perRole(() => [] as RawValue[]);
  const orderLines: FileReading['orderLines'] = [];
  const misshapen: FileReading['misshapen'] = [];
  let [lines, blankLines, records] = [0, 0, 0];
  for await (const chunk of directIngest.read(source, layout, { chunkBytes, readers })) {
    learn(chunk, values);
    chunk.line.forEach((line, row) => {
      const own: Partial<Record<(typeof ROLES)[number], RawValue>> = {};
      for (const role of ROLES) {
        const code = chunk.codes[role][row]!;
        if (code >= 0) own[role] = values[role][code]!;
      }
      const { fields } = orderLine(chunk, line, layout.dialect);
      orderLines.push({ line, values: own, fields });
    });
    for (const record of chunk.misshapen) {
      const { line, lines: covered, reason } = record;
      misshapen.push({ line, lines: covered, reason, rawLine: rawText(chunk, record) });
    }
    lines += chunk.counts.lines;
    blankLines += chunk.counts.blankLines;
    records += chunk.counts.records;
  }
  return { lines, blankLines, records, orderLines, misshapen };
}

export function expectedReading(file: WrittenFile, layout: Layout): FileReading {
  const orderLines: FileReading['orderLines'] = [];
  const misshapen: FileReading['misshapen'] = [];
  for (const record of file.records) {
    const { line, lines } = record;
    if ('values' in record) {
      const own = orderLineOf(file, record);
      const values = Object.fromEntries(
        ROLES.flatMap((role) => (own[role] ? [[role, own[role]]] : [])),
      );
      orderLines.push({ line, values, fields: record.values.map(({ text }) => text) });
    } else {
      const { reason, rawLine } = record;
      misshapen.push({ line, lines, reason, rawLine });
    }
  }
  return {
    lines: file.lines - (layout.bodyLine - 1),
    blankLines: file.blankLines - layout.blankLines,
    records: file.records.length,
    orderLines,
    misshapen,
  };
}

function learn({ values }: Chunk, known: ReturnType<typeof perRole<RawValue[]>>): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  rolesOf(values).forEach((role, index) => {
    const bytes = values.bytes.subarray(values.offsets[index], values.offsets[index + 1]);
    known[role][values.code[index]!] = {
      text: decoder.decode(bytes),
      isValid: values.isValid[index] === 1,
    };
  });
}
