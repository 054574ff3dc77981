/* eslint-disable @typescript-eslint/no-non-null-assertion -- indexes stand inside the typed arrays by construction */
import { TextClass, nameEnds, textClasses } from './characters.js';
import { detach } from './detach.js';
import { XmlElement, noChildren, type XmlRecord, type XmlRoot } from './element.js';
import { normaliseLineEnds } from './entities.js';
import { Unit, incomplete, isSpaceUnit } from './input.js';
import type { XmlLimits } from './limits.js';
import { sameUnits, type XmlName } from './name-table.js';
import type { RecordMatcher } from './record-matcher.js';
import { XmlMarkupScanner } from './markup-scanner.js';

export interface XmlScannerOptions {
  readonly isRecord: RecordMatcher;
  readonly limits?: Partial<XmlLimits> | undefined;
  readonly onRoot?: ((root: XmlRoot) => void) | undefined;
  /** As in `ReadXmlOptions`. */
  readonly onDoctype?: ((place: { line: number; column: number }) => void) | undefined;
  readonly onBareAmpersand?: ((place: { line: number }) => void) | undefined;
}

/** An element while it is being read; the public type is read-only. */
type OpenElement = { -readonly [K in keyof XmlElement]: XmlElement[K] };

/** From this many characters on, an incomplete token is long. */
const longWait = 64 * 1024;

/** Distinct names counted among the children of one element; what comes beyond keeps position 1. */
const mostCounted = 10_000;

/**
 * Tokeniser and tree builder for XML 1.0 without DOCTYPE, or with one that is skipped. It takes the document in pieces cut anywhere, and works
 * on whole tokens only: what is incomplete at the end of a piece waits for the next, within the limits. Lone
 * surrogates are the decoder's business.
 */
export class XmlScanner extends XmlMarkupScanner {
  readonly #isRecord: RecordMatcher;
  readonly #onRoot: ((root: XmlRoot) => void) | undefined;
  readonly #onDoctype: XmlScannerOptions['onDoctype'];
  #doctypeSeen = false;
  #rootSeen = false;

  /** Names of all open elements, and the lines on which they were opened. */
  readonly #open: XmlName[] = [];
  readonly #openLines: number[] = [];
  /** Local names, paths and child counts of the open elements outside records. */
  readonly #outerNames: string[] = [];
  readonly #outerPaths: string[] = [];
  readonly #outerCounts: (Map<string, number> | undefined)[] = [undefined];

  /** The open elements of the record in hand, the record first. */
  readonly #elements: OpenElement[] = [];
  #recordPath = '';
  #recordStart = 0;
  #recordNodes = 0;
  /** Character data since the last tag; comments don't end it. */
  #run = '';
  /** Pieces that wait, while a long token is incomplete. */
  #held: string[] = [];
  #heldLength = 0;

  constructor(options: XmlScannerOptions) {
    super(options.limits, options.onBareAmpersand);
    this.#isRecord = options.isRecord;
    this.#onRoot = options.onRoot;
    this.#onDoctype = options.onDoctype;
  }

  /** Takes the next piece and puts the records that it completes into `out`. */
  write(piece: string, out: XmlRecord[]): void {
    if (this.#held.length === 0 && this.length - this.at < longWait) {
      if (piece.length > 0) this.#scan(piece, out);
      return;
    }
    // A long token is looked at again when twice as much of it is there: looking at each piece would take a time
    // that grows with the square of its length.
    this.#held.push(piece);
    this.#heldLength += piece.length;
    if (this.#heldLength >= this.length - this.at) this.#scanHeld(out);
  }

  #scanHeld(out: XmlRecord[]): void {
    const piece = this.#held.join('');
    this.#held = [];
    this.#heldLength = 0;
    if (piece.length > 0) this.#scan(piece, out);
  }

  #scan(piece: string, out: XmlRecord[]): void {
    this.append(piece);
    const length = this.length;
    while (this.at < length) {
      const next = this.codes[this.at] === Unit.lessThan ? this.#markup(out) : this.#characters();
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

  /** Call after the last piece, for the records not given yet; throws when the document isn't complete. */
  end(out: XmlRecord[]): void {
    this.#scanHeld(out);
    if (this.#open.length > 0) {
      const line = this.#openLines[this.#openLines.length - 1]!;
      this.fail(
        'xml-truncated',
        `the file ends inside an element that was opened on line ${line}`,
        this.length,
      );
    }
    if (this.at < this.length) {
      if (this.codes[this.at] === Unit.lessThan) {
        this.fail('xml-truncated', 'the file ends inside a tag, comment or instruction', this.length);
      }
      this.#checkOutsideRoot(this.at, this.length);
    }
    if (!this.#rootSeen) this.fail('xml-no-root', 'the file holds no XML element', this.length);
  }

  override endPlace(): { line: number; column: number } {
    this.#scanHeld([]);
    return super.endPlace();
  }

  protected override pathNow(): string | undefined {
    return this.#elements.length > 0 ? this.#recordPath : this.#outerPaths[this.#outerPaths.length - 1];
  }

  /** A token that is longer than it may be needn't be waited for. */
  #checkWaiting(): void {
    const waiting = this.length - this.at;
    if (this.codes[this.at] !== Unit.lessThan || this.text.startsWith('<![', this.at)) {
      // The CDATA section's own delimiters don't count.
      if (waiting > this.limits.textLength + 12) this.failTextLength(this.at);
    } else if (waiting > this.limits.markupLength) this.failMarkupLength();
    if (this.#elements.length > 0) this.#checkRecordLength(this.length);
  }

  #checkRecordLength(to: number): void {
    if (this.base + to - this.#recordStart > this.limits.recordLength) {
      this.fail('xml-record-too-large', `a record has more than ${this.limits.recordLength} characters`, to);
    }
  }

  /** Text up to the next `<`. */
  #characters(): number {
    const codes = this.codes;
    const from = this.at;
    // White space between tags is half of what a file holds: pass it before it costs anything.
    let i = this.skipSpace(from);
    let space = true;
    let references = false;
    if (codes[i] !== Unit.lessThan) {
      space = false;
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
    }
    if (i - from > this.limits.textLength) this.failTextLength(from);
    const depth = this.#elements.length;
    if (depth > 0) {
      if (!space || !this.#isBetweenTags(depth, i)) this.#takeText(from, i, references);
    } else if (this.#open.length === 0) this.#checkOutsideRoot(from, i);
    else if (references) this.resolve(from, i, undefined);
    return i;
  }

  /** Whether white space that ends before the `<` at `to` certainly stands between two tags. */
  #isBetweenTags(depth: number, to: number): boolean {
    if (this.#run !== '') return false;
    const code = this.codes[to + 1]!;
    if (code === Unit.slash) return this.#elements[depth - 1]!.children !== noChildren;
    return code !== Unit.bang && code !== Unit.question && to + 1 < this.length;
  }

  #takeText(from: number, to: number, references: boolean): void {
    const returns = this.line !== this.tokenLine && this.#hasReturn(from, to);
    let text: string;
    if (references) text = this.resolve(from, to, returns ? normaliseLineEnds : undefined);
    else {
      text = this.text.slice(from, to);
      if (returns) text = normaliseLineEnds(text);
    }
    this.#run = this.#run === '' ? text : this.#run + text;
  }

  #hasReturn(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.codes[i] === Unit.carriageReturn) return true;
    return false;
  }

  #checkOutsideRoot(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (!isSpaceUnit(this.codes[i]!)) {
        this.fail('xml-stray-text', 'text stands outside the root element', i);
      }
    }
  }

  /** Puts the character data since the last tag into the open element, if it counts. */
  #endRun(element: OpenElement, childFollows: boolean): void {
    const run = this.#run;
    this.#run = '';
    if ((childFollows || element.children !== noChildren) && isSpace(run)) return;
    element.text = detach(element.text === '' ? run : element.text + run);
  }

  #markup(out: XmlRecord[]): number {
    const code = this.codes[this.at + 1]!;
    if (code === Unit.slash) return this.#endTag(out);
    if (code === Unit.bang) return this.#declaration();
    if (code === Unit.question) return this.scanInstruction();
    return this.#startTag(out);
  }

  #startTag(out: XmlRecord[]): number {
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
    if (code === Unit.greaterThan) {
      this.attributes = undefined;
      this.attributeCount = 0;
      this.#openElement(name);
      return i + 1;
    }
    i = this.scanAttributes(i);
    if (i === incomplete) return incomplete;
    if (codes[i] === Unit.greaterThan) {
      this.#openElement(name);
      return i + 1;
    }
    if (i + 1 >= this.length) return incomplete;
    if (codes[i + 1] !== Unit.greaterThan)
      this.fail('xml-malformed', 'a "/" in a tag isn\'t followed by ">"', i);
    this.#openElement(name);
    this.#closeElement(out, i + 2);
    return i + 2;
  }

  /** Opens an element with the attributes found last. */
  #openElement(name: XmlName): void {
    const depth = this.#open.length;
    if (depth >= this.limits.depth) {
      this.fail('xml-too-deep', `elements stand more than ${this.limits.depth} deep`);
    }
    this.#open.push(name);
    this.#openLines.push(this.tokenLine);
    const inRecord = this.#elements.length;
    if (inRecord === 0) {
      this.#openOuter(name, depth);
      return;
    }
    const parent = this.#elements[inRecord - 1]!;
    if (this.#run !== '') this.#endRun(parent, true);
    const element = this.#newElement(name);
    if (parent.children === noChildren) parent.children = [element];
    else (parent.children as XmlElement[]).push(element);
    this.#elements.push(element);
  }

  #newElement(name: XmlName): XmlElement {
    this.#recordNodes += 1 + this.attributeCount;
    if (this.#recordNodes > this.limits.recordNodes) {
      const message = `a record has more than ${this.limits.recordNodes} elements and attributes`;
      this.fail('xml-record-too-large', message);
    }
    const column = this.base + this.at - this.tokenLineStart + 1;
    return new XmlElement(name.local, name.prefix, this.attributes, noChildren, '', this.tokenLine, column);
  }

  /** Opens an element that stands in no record; it may begin one. */
  #openOuter(name: XmlName, depth: number): void {
    const local = name.local;
    if (depth === 0) {
      if (this.#rootSeen) this.fail('xml-several-roots', 'a second root element begins');
      this.#rootSeen = true;
      this.#recordNodes = 0;
      this.#onRoot?.(this.#newElement(name));
    }
    const counts = (this.#outerCounts[depth] ??= new Map<string, number>());
    const position = (counts.get(local) ?? 0) + 1;
    if (position > 1 || counts.size < mostCounted) counts.set(local, position);
    const parent = depth === 0 ? '' : this.#outerPaths[depth - 1]!;
    this.#outerNames.push(local);
    if (this.#isRecord(this.#outerNames)) {
      this.#outerNames.pop();
      this.#recordPath = `${parent}/${local}[${position}]`;
      this.#recordStart = this.base + this.at;
      this.#recordNodes = 0;
      this.#elements.push(this.#newElement(name));
      return;
    }
    this.#outerPaths.push(position > 1 ? `${parent}/${local}[${position}]` : `${parent}/${local}`);
    this.#outerCounts.push(undefined);
  }

  #endTag(out: XmlRecord[]): number {
    const open = this.#open;
    const from = this.at + 2;
    const name = open[open.length - 1];
    let next: number;
    const expected = name === undefined ? from : from + name.codes.length;
    // By far the most common form. What stands behind the end of the text matches no name.
    if (
      name !== undefined &&
      this.codes[expected] === Unit.greaterThan &&
      sameUnits(name.codes, this.codes, from, expected)
    ) {
      next = expected + 1;
    } else {
      next = this.#unusualEndTag(from, name);
      if (next === incomplete) return incomplete;
    }
    this.#closeElement(out, next);
    return next;
  }

  /** An end tag with white space before its `>`, cut short, or wrong. */
  #unusualEndTag(from: number, name: XmlName | undefined): number {
    const codes = this.codes;
    let i = from;
    while (nameEnds[codes[i]!] === 0) i++;
    if (i >= this.length) return incomplete;
    if (name === undefined) this.fail('xml-tag-mismatch', 'an end tag has no start tag');
    if (!sameUnits(name.codes, codes, from, i)) {
      const line = this.#openLines[this.#openLines.length - 1]!;
      this.fail('xml-tag-mismatch', `an end tag doesn't match the start tag on line ${line}`);
    }
    i = this.skipSpace(i);
    if (codes[i] === Unit.greaterThan) return i + 1;
    if (i < this.length) this.fail('xml-malformed', 'an end tag isn\'t closed by ">"', i);
    return incomplete;
  }

  #closeElement(out: XmlRecord[], next: number): void {
    const depth = this.#elements.length;
    if (depth > 0) {
      const element = this.#elements[depth - 1]!;
      if (this.#run !== '') this.#endRun(element, false);
      if (depth === 1) {
        this.#checkRecordLength(next);
        out.push({ path: this.#recordPath, element });
      }
      this.#elements.pop();
    } else {
      this.#outerNames.pop();
      this.#outerPaths.pop();
      this.#outerCounts.pop();
    }
    this.#open.pop();
    this.#openLines.pop();
  }

  /** `<!--`, `<![CDATA[`, or the DOCTYPE. */
  #declaration(): number {
    const text = this.text;
    const at = this.at;
    if (text.startsWith('<!--', at)) return this.scanComment();
    if (text.startsWith('<![CDATA[', at)) return this.#cdata();
    if (text.startsWith('<!DOCTYPE', at)) return this.#doctype();
    const start = text.slice(at, at + 9);
    if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((whole) => whole.startsWith(start))) return incomplete;
    return this.fail('xml-malformed', '"<!" begins neither a comment nor a CDATA section');
  }

  /** Refused, or passed over: what it names is never read, and what it would define isn't known. */
  #doctype(): number {
    if (!this.#onDoctype)
      this.fail('xml-doctype', 'the file has a DOCTYPE, which may define entities and is refused');
    if (this.#rootSeen || this.#doctypeSeen)
      this.fail('xml-doctype', 'a DOCTYPE stands elsewhere than once before the root element');
    const codes = this.codes;
    const from = this.at + 9;
    let quote = 0;
    for (let i = from; i < this.length; i++) {
      const code = codes[i]!;
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === Unit.quote || code === Unit.apostrophe) quote = code;
      else if (code === Unit.openBracket)
        this.fail('xml-doctype', 'the DOCTYPE defines something itself, such as entities, and is refused');
      else if (code === Unit.greaterThan) {
        if (i + 1 - this.at > this.limits.markupLength) this.failMarkupLength();
        const place = { line: this.tokenLine, column: this.base + this.at - this.tokenLineStart + 1 };
        this.passOver(from, i);
        this.#doctypeSeen = true;
        this.#onDoctype(place);
        return i + 1;
      }
    }
    return incomplete;
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
    if (this.#elements.length > 0) this.#takeText(from, end, false);
    return end + 3;
  }
}

function isSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpaceUnit(text.charCodeAt(i))) return false;
  return true;
}
