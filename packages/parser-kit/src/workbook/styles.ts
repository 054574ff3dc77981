import type { XmlAttributes } from '../xml/element.js';
import { builtinFormat, generalFormat, readFormat, type NumberFormat } from './number-format.js';
import type { XmlHandler } from './xml-events.js';

/** Reads `styles.xml`: the number format of each cell style (ECMA-376-1, 18.8.10 and 18.8.30). */
export class Styles implements XmlHandler {
  readonly wantsText = false;
  readonly #codes = new Map<number, NumberFormat>();
  /** Format numbers by the number of the cell style. */
  readonly #ids: number[] = [];
  #group = '';

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (depth === 2) this.#group = name;
    else if (depth === 3 && name === 'numFmt' && this.#group === 'numFmts') {
      const id = Number(attributes?.numFmtId);
      if (Number.isInteger(id)) this.#codes.set(id, readFormat(attributes?.formatCode ?? ''));
    } else if (depth === 3 && name === 'xf' && this.#group === 'cellXfs') {
      this.#ids.push(Number(attributes?.numFmtId ?? '0'));
    }
  }

  end(): void {
    // All there is stands in attributes.
  }

  text(): void {
    // Not asked for.
  }

  /** Formats by the number of the cell style. */
  formats(): NumberFormat[] {
    return this.#ids.map(
      (id) => this.#codes.get(id) ?? (Number.isInteger(id) ? builtinFormat(id) : generalFormat),
    );
  }
}
