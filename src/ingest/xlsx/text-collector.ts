import { unescapeText } from './values';

/** The plain text of what may be rich: the runs of it joined, without the hints how to pronounce it. */
export class TextCollector {
  #text = '';
  #isInText = false;
  /** `rPh` holds the reading of Japanese names, in elements of the same name as the text's own. */
  #isInReading = false;

  open(name: string): void {
    if (name === 't') this.#isInText = true;
    else if (name === 'rPh') this.#isInReading = true;
  }

  add(part: string): void {
    if (this.#isInText && !this.#isInReading) this.#text += part;
  }

  close(name: string): void {
    if (name === 't') this.#isInText = false;
    else if (name === 'rPh') this.#isInReading = false;
  }

  /** What was collected, once. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}
