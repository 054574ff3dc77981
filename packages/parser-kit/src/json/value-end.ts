const quote = 0x22;
const backslash = 0x5c;

/** What the search for a value's end stops at, by UTF-16 unit. */
const stops: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of '"{}[],') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** Characters that end a number or word. */
const bareEnds: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (const character of ' \t\r\n,:{}[]"') table[character.charCodeAt(0)] = 1;
  return table;
})();

/** Finds where a JSON value ends, in pieces cut anywhere, by strings and brackets alone. */
export class ValueEnd {
  /** Objects and arrays that may be open in the value. */
  private depthLimit = Infinity;
  isFound = false;
  isTooDeep = false;
  /** Objects, arrays and commas so far. */
  nodes = 0;
  private depth = 0;
  private inString = false;
  private isBare = false;
  /** The piece ended in a backslash that escapes what comes next. */
  private escaped = false;

  /** A value begins with that character, at which the next `find` starts; false when none does. */
  start(code: number, depthLimit = Infinity): boolean {
    this.depthLimit = depthLimit;
    this.isFound = false;
    this.isTooDeep = false;
    this.nodes = 0;
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    this.isBare = bareEnds[code] === 0;
    return this.isBare || code === quote || code === 0x7b || code === 0x5b;
  }

  /** Index behind the value, with `isFound`; else of the piece's end, or of what is too deep. */
  find(piece: string, from: number): number {
    if (this.isBare) return this.findBare(piece, from);
    const length = piece.length;
    let i = from;
    while (i < length) {
      if (this.inString) {
        const behind = this.skipString(piece, i);
        if (behind === -1) return length;
        this.inString = false;
        i = behind;
        if (this.depth === 0) return this.found(i);
        continue;
      }
      const code = piece.charCodeAt(i++);
      if (stops[code] === 0) continue;
      switch (code) {
        case quote:
          this.inString = true;
          break;
        case 0x2c:
          this.nodes++;
          break;
        case 0x7b:
        case 0x5b:
          this.nodes++;
          if (++this.depth > this.depthLimit) {
            this.isTooDeep = true;
            return i - 1;
          }
          break;
        default:
          if (--this.depth <= 0) return this.found(i);
      }
    }
    return length;
  }

  private found(i: number): number {
    this.isFound = true;
    return i;
  }

  private findBare(piece: string, from: number): number {
    for (let i = from; i < piece.length; i++) {
      if (bareEnds[piece.charCodeAt(i)] === 1) return this.found(i);
    }
    return piece.length;
  }

  /** Index behind the closing quote, or -1 when the string goes on. */
  private skipString(piece: string, from: number): number {
    let i = from;
    if (this.escaped) {
      this.escaped = false;
      i++;
    }
    const start = i;
    for (;;) {
      const end = piece.indexOf('"', i);
      const stop = end === -1 ? piece.length : end;
      let slashes = 0;
      while (stop - slashes > start && piece.charCodeAt(stop - slashes - 1) === backslash) slashes++;
      const isEscape = (slashes & 1) === 1;
      if (end === -1) {
        this.escaped = isEscape;
        return -1;
      }
      i = end + 1;
      if (!isEscape) return i;
    }
  }
}
