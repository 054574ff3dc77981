import type { WorkbookLimits } from './limits.js';
import { tooLarge } from './workbook-errors.js';
import type { XmlHandler } from './xml-events.js';
import { RichText } from './xlsx-text.js';

/** Reads `sharedStrings.xml`: the texts that cells point to by their position (ECMA-376-1, 18.4.9). */
export class SharedStrings implements XmlHandler {
  readonly strings: string[] = [];
  readonly #limits: WorkbookLimits;
  readonly #text = new RichText(2);
  #length = 0;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
  }

  get wantsText(): boolean {
    return this.#text.wantsText;
  }

  start(name: string, _attributes: unknown, depth: number): void {
    if (depth > 2) this.#text.start(name, depth);
    else if (name === 'si') this.#text.begin();
  }

  end(name: string, depth: number): void {
    if (depth > 2) this.#text.end(name, depth);
    else if (name === 'si') this.#push(this.#text.take());
  }

  text(text: string): void {
    this.#text.add(text);
  }

  #push(text: string): void {
    this.#length += text.length;
    this.strings.push(text);
    const { sharedStrings, sharedStringLength } = this.#limits;
    if (this.strings.length > sharedStrings)
      throw tooLarge(`it has more than ${sharedStrings} shared strings`);
    if (this.#length > sharedStringLength) {
      throw tooLarge(`its shared strings have more than ${sharedStringLength} characters`);
    }
  }
}
