import { unescapeText } from './cell-text.js';
import { detach } from '../xml/detach.js';

/**
 * Text of an `si` or `is` element: its `t`, or the `t` of its runs `r` joined. Phonetic runs (`rPh`), which say how
 * a text is read aloud, are left out (ECMA-376-1, 18.4.8 and 18.4.6).
 */
export class RichText {
  /** Depth of the element whose text it is. */
  readonly #depth: number;
  #inRun = false;
  #text = '';
  wantsText = false;

  constructor(depth: number) {
    this.#depth = depth;
  }

  begin(): void {
    this.#text = '';
    this.#inRun = false;
  }

  start(name: string, depth: number): void {
    if (depth === this.#depth + 1) {
      if (name === 'r') this.#inRun = true;
      else if (name === 't') this.wantsText = true;
    } else if (depth === this.#depth + 2 && this.#inRun && name === 't') this.wantsText = true;
  }

  end(name: string, depth: number): void {
    if (name === 't') this.wantsText = false;
    else if (name === 'r' && depth === this.#depth + 1) this.#inRun = false;
  }

  add(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
  }

  take(): string {
    return detach(unescapeText(this.#text));
  }
}
