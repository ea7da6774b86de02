/** Encodes Shift_JIS by inverting the decoder, because no platform has an encoder. */

let codes: Map<string, number> | null = null;

export function toShiftJis(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const character of text) {
    const code = shiftJisCode(character);
    if (code === undefined) throw new RangeError(`${character} is not in Shift_JIS`);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** One or two bytes as a number; undefined if the character cannot be encoded. */
export function shiftJisCode(character: string): number | undefined {
  codes ??= codesByCharacter();
  return codes.get(character);
}

function codesByCharacter(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const found = new Map<string, number>();
  for (let code = 0; code < 0x80; code += 1) found.set(String.fromCharCode(code), code);
  for (let code = 0x8140; code <= 0x9ffc; code += 1) {
    const character = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
    if (Array.from(character).length === 1 && character !== '\uFFFD' && !found.has(character)) {
      found.set(character, code);
    }
  }
  return found;
}
