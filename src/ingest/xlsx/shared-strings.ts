/** The shared strings of a workbook, read only as far as cells refer to them. */
import { LARGEST, type Part } from './parts';
import { TextCollector } from './text-collector';
import { XmlReader } from './xml';

export class SharedStrings {
  readonly #strings: string[] = [];
  readonly #runs: AsyncGenerator<string>;
  readonly #reader: XmlReader;
  #isFinished = false;

  constructor(part: Part) {
    this.#runs = part.runs(LARGEST.strings);
    this.#reader = sharedStringReader((text) => this.#strings.push(text));
  }

  async readTo(index: number): Promise<void> {
    while (!this.#isFinished && this.#strings.length <= index) await this.#readOn();
  }

  /** Reads the rest, so that the checksum of the whole part is verified. */
  async readAll(): Promise<void> {
    while (!this.#isFinished) await this.#readOn();
  }

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
    this.#isFinished = true;
  }
}

function sharedStringReader(onText: (text: string) => void): XmlReader {
  const text = new TextCollector();
  return new XmlReader({
    open(name) {
      text.open(name);
    },
    text(part) {
      text.add(part);
    },
    close(name) {
      if (name === 'si') onText(text.take());
      else text.close(name);
    },
  });
}
