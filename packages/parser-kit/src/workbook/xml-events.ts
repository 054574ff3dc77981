/* eslint-disable @typescript-eslint/no-non-null-assertion -- indexes stand inside the typed arrays by construction */
import { TextClass, nameEnds, textClasses } from '../xml/characters.js';
import type { XmlAttributes } from '../xml/element.js';
import { normaliseLineEnds } from '../xml/entities.js';
import { Unit, incomplete, isSpaceUnit } from '../xml/input.js';
import { XmlMarkupScanner } from '../xml/markup-scanner.js';
import { sameUnits, type XmlName } from '../xml/name-table.js';

/** Hears what stands in a document, in order. Names are local names; the root's depth is 1. */
export interface XmlHandler {
  start(name: string, attributes: XmlAttributes | undefined, depth: number): void;
  end(name: string, depth: number): void;
  /** Character data, resolved. Comments and CDATA sections divide it. */
  text(text: string): void;
  /** Whether {@link text} is called at present. */
  readonly wantsText: boolean;
}

/** From this many characters on, an incomplete token is long. */
const longWait = 64 * 1024;

/**
 * The XML reader without its tree: a sheet has millions of cells, and ODF has text mixed with elements, whose order
 * a tree of elements doesn't keep. It takes the document in pieces cut anywhere; XML 1.0 without DOCTYPE, fully
 * checked.
 */
export class XmlEvents extends XmlMarkupScanner {
  readonly #handler: XmlHandler;
  readonly #open: XmlName[] = [];
  #rootSeen = false;
  /** Pieces that wait, while a long token is incomplete. */
  #held: string[] = [];
  #heldLength = 0;

  constructor(handler: XmlHandler) {
    super(undefined);
    this.#handler = handler;
  }

  write(piece: string): void {
    if (this.#held.length === 0 && this.length - this.at < longWait) {
      if (piece.length > 0) this.#scan(piece);
      return;
    }
    // A long token is looked at again when twice as much of it is there: looking at each piece would take a time
    // that grows with the square of its length.
    this.#held.push(piece);
    this.#heldLength += piece.length;
    if (this.#heldLength >= this.length - this.at) this.#scanHeld();
  }

  /** Call after the last piece; throws when the document isn't complete. */
  end(): void {
    this.#scanHeld();
    if (this.#open.length > 0) this.fail('xml-truncated', 'the part ends inside an element', this.length);
    if (this.at < this.length) {
      if (this.codes[this.at] === Unit.lessThan) {
        this.fail('xml-truncated', 'the part ends inside a tag, comment or instruction', this.length);
      }
      this.#checkOutsideRoot(this.at, this.length);
    }
    if (!this.#rootSeen) this.fail('xml-no-root', 'the part holds no XML element', this.length);
  }

  #scanHeld(): void {
    const piece = this.#held.join('');
    this.#held = [];
    this.#heldLength = 0;
    if (piece.length > 0) this.#scan(piece);
  }

  #scan(piece: string): void {
    this.append(piece);
    const length = this.length;
    while (this.at < length) {
      const next = this.codes[this.at] === Unit.lessThan ? this.#markup() : this.#characters();
      if (next === incomplete) {
        this.line = this.tokenLine;
        this.lineStart = this.tokenLineStart;
        this.#checkWaiting();
        return;
      }
      this.at = next;
      this.tokenLine = this.line;
      this.tokenLineStart = this.lineStart;
    }
  }

  /** A token that is longer than it may be needn't be waited for. */
  #checkWaiting(): void {
    const waiting = this.length - this.at;
    if (this.codes[this.at] !== Unit.lessThan || this.text.startsWith('<![', this.at)) {
      // The CDATA section's own delimiters don't count.
      if (waiting > this.limits.textLength + 12) this.failTextLength(this.at);
    } else if (waiting > this.limits.markupLength) this.failMarkupLength();
  }

  #characters(): number {
    const codes = this.codes;
    const from = this.at;
    let i = from;
    let references = false;
    loop: for (;;) {
      switch (textClasses[codes[i]!]!) {
        case TextClass.plain:
          i++;
          break;
        case TextClass.lessThan:
          break loop;
        case TextClass.ampersand:
          references = true;
          i++;
          break;
        case TextClass.lineFeed:
        case TextClass.carriageReturn:
          i = this.skipSpace(i);
          break;
        case TextClass.bracket:
          if (codes[i + 1] === Unit.bracket && codes[i + 2] === Unit.greaterThan) {
            this.fail('xml-malformed', '"]]>" stands in text', i);
          }
          i++;
          break;
        default:
          if (i >= this.length) return incomplete;
          this.failCharacter(i);
      }
    }
    if (i - from > this.limits.textLength) this.failTextLength(from);
    if (this.#open.length === 0) this.#checkOutsideRoot(from, i);
    else if (this.#handler.wantsText) this.#giveText(from, i, references);
    else if (references) this.resolve(from, i, undefined);
    return i;
  }

  #giveText(from: number, to: number, references: boolean): void {
    // Line ends are read as LF (2.11); a character reference to CR stays one.
    const lines = this.line !== this.tokenLine;
    let text: string;
    if (references) text = this.resolve(from, to, lines ? normaliseLineEnds : undefined);
    else {
      text = this.text.slice(from, to);
      if (lines) text = normaliseLineEnds(text);
    }
    this.#handler.text(text);
  }

  #checkOutsideRoot(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (!isSpaceUnit(this.codes[i]!))
        this.fail('xml-stray-text', 'text stands outside the root element', i);
    }
  }

  #markup(): number {
    const code = this.codes[this.at + 1]!;
    if (code === Unit.slash) return this.#endTag();
    if (code === Unit.bang) return this.#declaration();
    if (code === Unit.question) return this.scanInstruction();
    return this.#startTag();
  }

  #startTag(): number {
    const codes = this.codes;
    const from = this.at + 1;
    let i = from;
    let hash = 0;
    let code = codes[i]!;
    while (nameEnds[code] === 0) {
      hash = (Math.imul(hash, 31) + code) | 0;
      code = codes[++i]!;
    }
    if (i >= this.length) return incomplete;
    const name = this.nameAt(from, i, hash);
    if (code === Unit.greaterThan) this.attributes = undefined;
    else {
      i = this.scanAttributes(i);
      if (i === incomplete) return incomplete;
    }
    if (codes[i] === Unit.greaterThan) {
      this.#openElement(name);
      return i + 1;
    }
    if (i + 1 >= this.length) return incomplete;
    if (codes[i + 1] !== Unit.greaterThan) {
      this.fail('xml-malformed', 'a "/" in a tag isn\'t followed by ">"', i);
    }
    this.#openElement(name);
    this.#closeElement(name);
    return i + 2;
  }

  #openElement(name: XmlName): void {
    const depth = this.#open.length;
    if (depth >= this.limits.depth) {
      this.fail('xml-too-deep', `elements stand more than ${this.limits.depth} deep`);
    }
    if (depth === 0) {
      if (this.#rootSeen) this.fail('xml-several-roots', 'a second root element begins');
      this.#rootSeen = true;
    }
    this.#open.push(name);
    this.#handler.start(name.local, this.attributes, depth + 1);
  }

  #closeElement(name: XmlName): void {
    this.#handler.end(name.local, this.#open.length);
    this.#open.pop();
  }

  #endTag(): number {
    const codes = this.codes;
    const from = this.at + 2;
    const name = this.#open[this.#open.length - 1];
    if (name !== undefined) {
      const expected = from + name.codes.length;
      // By far the most common form. What stands behind the end of the text matches no name.
      if (codes[expected] === Unit.greaterThan && sameUnits(name.codes, codes, from, expected)) {
        this.#closeElement(name);
        return expected + 1;
      }
    }
    let i = from;
    while (nameEnds[codes[i]!] === 0) i++;
    if (i >= this.length) return incomplete;
    if (name === undefined || !sameUnits(name.codes, codes, from, i)) {
      return this.fail('xml-tag-mismatch', 'an end tag has no start tag');
    }
    i = this.skipSpace(i);
    if (codes[i] !== Unit.greaterThan) {
      if (i < this.length) this.fail('xml-malformed', 'an end tag isn\'t closed by ">"', i);
      return incomplete;
    }
    this.#closeElement(name);
    return i + 1;
  }

  /** `<!--`, `<![CDATA[`, or the DOCTYPE that is refused. */
  #declaration(): number {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) return this.scanComment();
    if (text.startsWith('<![CDATA[', at)) return this.#cdata();
    if (text.startsWith('<!DOCTYPE', at)) {
      this.fail('xml-doctype', 'the part has a DOCTYPE, which may define entities and is refused');
    }
    const start = text.slice(at, at + 9);
    if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((whole) => whole.startsWith(start))) return incomplete;
    return this.fail('xml-malformed', '"<!" begins neither a comment nor a CDATA section');
  }

  #cdata(): number {
    if (this.#open.length === 0) {
      this.fail('xml-stray-text', 'a CDATA section stands outside the root element');
    }
    const from = this.at + 9;
    const end = this.text.indexOf(']]>', from);
    if (end === -1) return incomplete;
    if (end - from > this.limits.textLength) this.failTextLength(from);
    this.passOver(from, end);
    if (this.#handler.wantsText) this.#giveText(from, end, false);
    return end + 3;
  }
}
