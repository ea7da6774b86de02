/** XML read part by part, as far as a workbook has it: elements by their local names, and texts. */
import { Parser, type Attributes } from 'saxen';

/** A cell's text has at most 32,767 characters; a longer token is none of a workbook's. */
const LONGEST_TOKEN = 1024 * 1024;
/** No part of a workbook is nested as deeply. */
const DEEPEST = 100;

export interface XmlHandler {
  /** An element begins; one without content ends at once. Values are as they stand: see `decodeEntities`. */
  open(name: string, attributes: () => Attributes): void;
  /** A run of the text in the innermost element. */
  text(text: string): void;
  close(name: string): void;
}

/** Tells a handler of a document that comes in parts. Throws an Error where it is not well formed. */
export class XmlReader {
  readonly #parser = new Parser();
  /** Characters since the parser last told of anything: it looks through all of them for each part. */
  #untold = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#parser
      .on('openTag', (name, attributes, _, isSelfClosing) => {
        this.#untold = 0;
        if (!isSelfClosing) this.#depth += 1;
        if (this.#depth > DEEPEST) throw new Error('the XML is nested too deeply');
        handler.open(localName(name), attributes);
      })
      .on('closeTag', (name, _, isSelfClosing) => {
        this.#untold = 0;
        if (!isSelfClosing) this.#depth -= 1;
        handler.close(localName(name));
      })
      .on('text', (text) => {
        this.#untold = 0;
        handler.text(decodeEntities(text));
      })
      .on('cdata', (text) => {
        this.#untold = 0;
        handler.text(text);
      })
      .on('comment', () => (this.#untold = 0));
  }

  push(part: string): void {
    this.#untold += part.length;
    this.#parser.write(part);
    if (this.#untold > LONGEST_TOKEN) throw new Error('the XML has a token without end');
  }

  end(): void {
    this.#parser.end();
  }
}

/** Tells a handler of a whole document. */
export function readXml(xml: string, handler: Partial<XmlHandler>): void {
  const nothing = () => undefined;
  const reader = new XmlReader({ open: nothing, text: nothing, close: nothing, ...handler });
  for (let start = 0; start < xml.length; start += LONGEST_TOKEN) {
    reader.push(xml.slice(start, start + LONGEST_TOKEN));
  }
  reader.end();
}

/** An attribute's value by its local name; null where it is not there. */
export function attribute(attributes: Attributes, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) {
    if (localName(key) === name) return decodeEntities(value);
  }
  return null;
}

/** Some writers put a prefix to every element. */
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

/** The parser's own decoding cuts characters beyond U+FFFF. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
