/* eslint-disable @typescript-eslint/no-non-null-assertion -- indexes stand inside the typed arrays by construction */
import { isName } from './characters.js';
import { detach } from './detach.js';

/** An element's or attribute's name, one object per distinct name in a document. */
export interface XmlName {
  readonly raw: string;
  readonly local: string;
  readonly prefix: string | undefined;
  readonly codes: Uint16Array;
  readonly hash: number;
}

/** Slots of the open-addressed table; a power of two. */
const slots = 4096;
/**
 * Longest search. A format has some hundred names, so a search seldom takes a second step; a hostile file's many
 * or colliding names are made anew each time.
 */
const longestProbe = 16;

/** Finds names by their UTF-16 units, so that no string is made for a name that was seen before. */
export class NameTable {
  readonly #table: (XmlName | undefined)[] = new Array<XmlName | undefined>(slots).fill(undefined);

  /** The name at `codes[from..to)` with its hash, or undefined when no name is allowed to look like that. */
  find(codes: Uint16Array, from: number, to: number, hash: number, text: string): XmlName | undefined {
    let slot = hash & (slots - 1);
    let entry = this.#table[slot];
    let probe = 0;
    while (entry !== undefined && probe < longestProbe) {
      if (entry.hash === hash && sameUnits(entry.codes, codes, from, to)) return entry;
      slot = (slot + 1) & (slots - 1);
      entry = this.#table[slot];
      probe++;
    }
    const raw = detach(text.slice(from, to));
    if (!isName(raw)) return undefined;
    const made = makeName(raw, codes.slice(from, to), hash);
    if (probe < longestProbe) this.#table[slot] = made;
    return made;
  }
}

export function sameUnits(name: Uint16Array, codes: Uint16Array, from: number, to: number): boolean {
  const length = to - from;
  if (name.length !== length) return false;
  for (let i = 0; i < length; i++) if (name[i]! !== codes[from + i]!) return false;
  return true;
}

function makeName(raw: string, codes: Uint16Array, hash: number): XmlName {
  const colon = raw.indexOf(':');
  return colon > 0 && colon < raw.length - 1
    ? { raw, local: detach(raw.slice(colon + 1)), prefix: detach(raw.slice(0, colon)), codes, hash }
    : { raw, local: raw, prefix: undefined, codes, hash };
}
