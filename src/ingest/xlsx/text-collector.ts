import { unescapeText } from './values';

export class TextCollector {
  #text = '';
  #isInText = false;
  /** `rPh` contains the pronunciation of Japanese text, in `t` elements like the text itself. */
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

  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}
