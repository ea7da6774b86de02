/** Parses DuckDB's errors, which are JSON. */

export interface Fault {
  readonly message: string;
  /** The offset of the error in the statement, in UTF-8 bytes; null if unknown. */
  readonly position: number | null;
}

export function faultOf(error: unknown): Fault {
  const text = error instanceof Error ? error.message : String(error);
  const parsed = parse(text.slice(Math.max(0, text.indexOf('{'))));
  if (!parsed) return { message: text, position: null };
  const { exception_type: type, exception_message: message, position } = parsed;
  return {
    message: `${String(type)} Error: ${withoutAdvice(String(message))}`,
    position: position === undefined ? null : Number(position),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === 'object' && parsed !== null && 'exception_message' in parsed
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** Removes advice to install extensions, because the engine forbids extensions. */
function withoutAdvice(message: string): string {
  return message.split('\nPlease try installing')[0]!;
}

/** Matches characters of double width. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

export function markerOf(sql: string, position: number | null): string | null {
  if (position === null) return null;
  const before = new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, position));
  const lines = before.split('\n');
  const lead = lines.at(-1)!;
  const head = `LINE ${String(lines.length)}: `;
  const line = sql.split('\n')[lines.length - 1] ?? '';
  const indent = Array.from(lead, (letter) =>
    letter === '\t' ? '\t' : WIDE.test(letter) ? '\u3000' : ' ',
  );
  return `${head}${line}\n${' '.repeat(head.length)}${indent.join('')}^`;
}
