import { Parser, type Attributes } from 'saxen';

/** A cell's text has at most 32,767 characters, so a longer token is damage. */
const MAX_TOKEN = 1024 * 1024;
/** No valid part is nested this deeply. */
const MAX_DEPTH = 100;

export interface XmlHandler {
  /**
   * Called when an element starts. `close` follows for every element, even an empty one. Attribute
   * values are not decoded: use `attribute`.
   */
  open(name: string, attributes: () => Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Parses a document that arrives in pieces, and calls a handler. Throws an Error if the document is
 * not well formed.
 */
export class XmlReader {
  readonly #parser = new Parser();
  /**
   * The number of characters since the last event. The parser rescans all of them for each piece,
   * so an endless token would be slow.
   */
  #pendingCharacters = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#parser
      .on('openTag', (name, attributes, _, isSelfClosing) => {
        this.#pendingCharacters = 0;
        if (!isSelfClosing) this.#depth += 1;
        if (this.#depth > MAX_DEPTH) throw new Error('the XML is nested too deeply');
        handler.open(localName(name), attributes);
      })
      .on('closeTag', (name, _, isSelfClosing) => {
        this.#pendingCharacters = 0;
        if (!isSelfClosing) this.#depth -= 1;
        handler.close(localName(name));
      })
      .on('text', (text) => {
        this.#pendingCharacters = 0;
        handler.text(decodeEntities(text));
      })
      .on('cdata', (text) => {
        this.#pendingCharacters = 0;
        handler.text(text);
      })
      .on('comment', () => (this.#pendingCharacters = 0));
  }

  push(part: string): void {
    this.#pendingCharacters += part.length;
    this.#parser.write(part);
    if (this.#pendingCharacters > MAX_TOKEN) throw new Error('the XML has a token without end');
  }

  end(): void {
    this.#parser.end();
  }
}

export function readXml(xml: string, handler: Partial<XmlHandler>): void {
  const nothing = () => undefined;
  const reader = new XmlReader({ open: nothing, text: nothing, close: nothing, ...handler });
  for (let start = 0; start < xml.length; start += MAX_TOKEN) {
    reader.push(xml.slice(start, start + MAX_TOKEN));
  }
  reader.end();
}

export function attribute(attributes: Attributes, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) {
    if (localName(key) === name) return decodeEntities(value);
  }
  return null;
}

/** Removes the namespace prefix, which some writers put before every element name. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Decodes entities here, because the decoder of the parser truncates characters beyond U+FFFF. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
