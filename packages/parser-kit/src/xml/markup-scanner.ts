/* eslint-disable @typescript-eslint/no-non-null-assertion -- indexes stand inside the typed arrays by construction */
import { TextClass, nameEnds, textClasses } from './characters.js';
import { isXmlDeclaration } from './declaration.js';
import { detach } from './detach.js';
import { normaliseAttributeSpace } from './entities.js';
import { Unit, XmlInput, incomplete, isSpaceUnit } from './input.js';
import { NameTable, type XmlName } from './name-table.js';

/** Attributes without a prototype, in the fast form that `Object.create(null)` doesn't have. */
const Attributes = function () {
  // Nothing to set up: the function exists for its prototype.
} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;

/** Names, attributes, comments and instructions: what needs no tree. */
export class XmlMarkupScanner extends XmlInput {
  readonly #names = new NameTable();
  /** What the last {@link scanAttributes} found. */
  protected attributes: Record<string, string> | undefined;
  protected attributeCount = 0;

  protected nameAt(from: number, to: number, hash: number): XmlName {
    if (to - from > this.limits.nameLength) {
      this.fail('xml-name-too-long', `a name has more than ${this.limits.nameLength} characters`, from);
    }
    const name = this.#names.find(this.codes, from, to, hash, this.text);
    return name ?? this.fail('xml-malformed', 'what stands in the place of a name is none', from);
  }

  /** Attributes from behind the element's name to the `>` or `/` that ends the tag; returns its index. */
  protected scanAttributes(from: number): number {
    const codes = this.codes;
    let attributes: Record<string, string> | undefined;
    let count = 0;
    let i = from;
    for (;;) {
      const spaceFrom = i;
      i = this.skipSpace(i);
      let code = codes[i]!;
      if (code === Unit.greaterThan || code === Unit.slash) break;
      if (i >= this.length) return incomplete;
      if (i === spaceFrom)
        this.fail('xml-malformed', 'a tag without ">", or no space before an attribute', i);
      const nameFrom = i;
      let hash = 0;
      while (nameEnds[code] === 0) {
        hash = (Math.imul(hash, 31) + code) | 0;
        code = codes[++i]!;
      }
      const nameTo = i;
      i = this.skipSpace(i);
      if (i >= this.length) return incomplete;
      const name = this.nameAt(nameFrom, nameTo, hash);
      if (codes[i] !== Unit.equals) this.fail('xml-malformed', 'an attribute has no "="', i);
      i = this.skipSpace(i + 1);
      const quote = codes[i]!;
      if (quote !== Unit.quote && quote !== Unit.apostrophe) {
        if (i >= this.length) return incomplete;
        this.fail('xml-malformed', "an attribute's value stands in no quotes", i);
      }
      const valueFrom = i + 1;
      i = this.#endOfValue(valueFrom, quote);
      if (i === incomplete) return incomplete;
      attributes ??= new Attributes();
      if (attributes[name.raw] !== undefined) {
        this.fail('xml-duplicate-attribute', 'an attribute stands twice in one tag', nameFrom);
      }
      attributes[name.raw] = this.#value(valueFrom, i);
      count++;
      if (count > this.limits.attributes) {
        this.fail('xml-too-many-attributes', `a tag has more than ${this.limits.attributes} attributes`);
      }
      i++;
    }
    this.attributes = attributes;
    this.attributeCount = count;
    return i;
  }

  /** Index behind the comment in hand. */
  protected scanComment(): number {
    const from = this.at + 4;
    const dashes = this.text.indexOf('--', from);
    if (dashes === -1 || dashes + 2 >= this.length) return incomplete;
    if (this.codes[dashes + 2] !== Unit.greaterThan)
      this.fail('xml-malformed', '"--" stands in a comment', dashes);
    if (dashes + 3 - this.at > this.limits.markupLength) this.failMarkupLength();
    this.passOver(from, dashes);
    return dashes + 3;
  }

  /** Index behind the instruction or XML declaration in hand. */
  protected scanInstruction(): number {
    const at = this.at;
    const end = this.text.indexOf('?>', at + 2);
    if (end === -1) return incomplete;
    if (end + 2 - at > this.limits.markupLength) this.failMarkupLength();
    const codes = this.codes;
    let i = at + 2;
    let hash = 0;
    for (let code = codes[i]!; nameEnds[code] === 0; code = codes[++i]!)
      hash = (Math.imul(hash, 31) + code) | 0;
    const target = this.nameAt(at + 2, i, hash).raw;
    if (i !== end && !isSpaceUnit(codes[i]!)) {
      this.fail('xml-malformed', 'a processing instruction has no space behind its name', i);
    }
    if (target.toLowerCase() === 'xml') {
      if (target !== 'xml' || this.base + at > 0) {
        this.fail('xml-malformed', 'the XML declaration stands elsewhere than at the very start');
      }
      if (!isXmlDeclaration(this.text.slice(at, end + 2))) {
        this.fail('xml-malformed', "the XML declaration isn't well formed");
      }
    }
    this.passOver(i, end);
    return end + 2;
  }

  /** Index of the closing quote. */
  #endOfValue(from: number, quote: number): number {
    const codes = this.codes;
    let i = from;
    for (;;) {
      const code = codes[i]!;
      if (code === quote) break;
      const kind = textClasses[code]!;
      if (kind === TextClass.forbidden) {
        if (i >= this.length) return incomplete;
        this.failCharacter(i);
      }
      if (kind === TextClass.lessThan) this.fail('xml-malformed', 'a "<" stands in an attribute\'s value', i);
      i++;
      if (kind === TextClass.lineFeed) this.countLine(i);
      else if (kind === TextClass.carriageReturn && codes[i] !== Unit.lineFeed) this.countLine(i);
    }
    if (i - from > this.limits.textLength) this.failTextLength(from);
    return i;
  }

  #value(from: number, to: number): string {
    const codes = this.codes;
    let references = false;
    let space = false;
    for (let i = from; i < to; i++) {
      const code = codes[i]!;
      if (code === Unit.ampersand) references = true;
      else if (code < Unit.space) space = true;
    }
    if (references) return detach(this.resolve(from, to, space ? normaliseAttributeSpace : undefined));
    const text = this.text.slice(from, to);
    return detach(space ? normaliseAttributeSpace(text) : text);
  }
}
