/** The texts that cells refer to by number, read as far as they are asked for. */
import { LARGEST, type Part } from './parts';
import { TextCollector } from './text-collector';
import { XmlReader } from './xml';

export class SharedStrings {
  readonly #strings: string[] = [];
  readonly #runs: AsyncGenerator<string>;
  readonly #reader: XmlReader;
  #isOver = false;

  constructor(part: Part) {
    this.#runs = part.runs(LARGEST.strings);
    this.#reader = sharedStringReader((text) => this.#strings.push(text));
  }

  /** Reads on until text `index` is there. */
  async readTo(index: number): Promise<void> {
    while (!this.#isOver && this.#strings.length <= index) await this.#readOn();
  }

  /** Reads the rest, so that all of it is checked. */
  async readAll(): Promise<void> {
    while (!this.#isOver) await this.#readOn();
  }

  /** Throws an Error where there is no such text. */
  at(index: number): string {
    const text = this.#strings[index];
    if (text === undefined) throw new Error(`no shared string ${String(index)}`);
    return text;
  }

  async close(): Promise<void> {
    await this.#runs.return(undefined);
  }

  async #readOn(): Promise<void> {
    const { done, value } = await this.#runs.next();
    if (!done) {
      this.#reader.push(value);
      return;
    }
    this.#reader.end();
    this.#isOver = true;
  }
}

function sharedStringReader(take: (text: string) => void): XmlReader {
  const text = new TextCollector();
  return new XmlReader({
    open(name) {
      text.open(name);
    },
    text(part) {
      text.add(part);
    },
    close(name) {
      if (name === 'si') take(text.take());
      else text.close(name);
    },
  });
}
