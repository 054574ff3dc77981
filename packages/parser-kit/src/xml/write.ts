import { findForbiddenCharacter, isName } from './characters.js';

/** Text for between tags. A CR is written as a reference, since readers turn a bare one into LF. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, escapeCharacter) : text;
}

/** Text for an attribute's value in double quotes; white space other than the space is kept by references. */
export function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, escapeCharacter) : text;
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}

/** Replaces by U+FFFD each character that XML can't hold at all: most controls, and lone surrogates. */
export function replaceForbidden(text: string): string {
  if (findForbiddenCharacter(text) === -1) return text;
  // A lone surrogate is a code point of its own under the flag u.
  // eslint-disable-next-line no-control-regex -- controls are what is being replaced
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd');
}

export interface XmlWriterOptions {
  /** What one level is indented by; '' writes everything on one line. Two spaces when not given. */
  readonly indent?: string;
  /** Writes `<?xml version="1.0" encoding="UTF-8"?>` first; true when not given. */
  readonly declaration?: boolean;
  /**
   * What happens to a character that XML can't hold. `throw`, the default, throws a RangeError that names the
   * element and the character's number but not the text; `replace` puts U+FFFD in its place.
   */
  readonly forbidden?: 'throw' | 'replace';
}

export type XmlWriterAttributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type XmlWriterText = string | number | boolean | undefined;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Writes XML in passing: `take` gives the text so far and forgets it, so that memory is bounded by how often it is
 * called. Calls may be chained. Wrong use (an end without a start, a name that is none) throws a RangeError.
 */
export class XmlWriter {
  readonly #indent: string;
  readonly #replace: boolean;
  readonly #open: string[] = [];
  #out = '';
  #first: boolean;
  #rootDone = false;
  /** The start tag written last has no `>` yet, so that it can become `/>`. */
  #tagOpen = false;

  constructor(options: XmlWriterOptions = {}) {
    this.#indent = options.indent ?? '  ';
    this.#replace = options.forbidden === 'replace';
    this.#first = options.declaration === false;
    if (!this.#first) this.#out = declaration;
  }

  /** Characters waiting to be taken. */
  get length(): number {
    return this.#out.length;
  }

  /** Opens an element; attributes that are undefined are left out. */
  start(name: string, attributes?: XmlWriterAttributes): this {
    this.#openTag(name, attributes);
    this.#open.push(name);
    this.#tagOpen = true;
    return this;
  }

  /** Closes the element opened last; one without content becomes `<name/>`. */
  end(): this {
    const name = this.#open.pop();
    if (name === undefined) throw new RangeError('There is no element to end.');
    if (this.#tagOpen) {
      this.#out += '/>';
      this.#tagOpen = false;
    } else {
      this.#newLine();
      this.#out += `</${name}>`;
    }
    if (this.#open.length === 0) this.#rootDone = true;
    return this;
  }

  /** An element with text only; none at all when the text is undefined, an empty one when it is ''. */
  element(name: string, text: XmlWriterText, attributes?: XmlWriterAttributes): this {
    if (text === undefined) return this;
    this.#openTag(name, attributes);
    const held = this.#hold(String(text), name);
    this.#out += held === '' ? '/>' : `>${escapeText(held)}</${name}>`;
    if (this.#open.length === 0) this.#rootDone = true;
    return this;
  }

  /** What was written since the last call. */
  take(): string {
    // An open start tag waits, to become `/>` perhaps.
    const out = this.#out;
    this.#out = '';
    return out;
  }

  /** The rest, with a line end at the end. Throws when elements are still open or there was no root. */
  finish(): string {
    if (this.#open.length > 0) throw new RangeError(`${this.#open.length} elements were not ended.`);
    if (!this.#rootDone) throw new RangeError('A document has one root element.');
    return `${this.take()}\n`;
  }

  #openTag(name: string, attributes: XmlWriterAttributes | undefined): void {
    if (this.#rootDone) throw new RangeError('A document has one root element.');
    checkName(name);
    if (this.#tagOpen) {
      this.#out += '>';
      this.#tagOpen = false;
    }
    this.#newLine();
    this.#out += `<${name}`;
    if (attributes === undefined) return;
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      checkName(key);
      this.#out += ` ${key}="${escapeAttribute(this.#hold(String(value), name))}"`;
    }
  }

  #newLine(): void {
    if (this.#first) this.#first = false;
    else if (this.#indent !== '') this.#out += `\n${this.#indent.repeat(this.#open.length)}`;
  }

  #hold(text: string, name: string): string {
    const at = findForbiddenCharacter(text);
    if (at === -1) return text;
    if (this.#replace) return replaceForbidden(text);
    const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    throw new RangeError(`The text of the element ${name} holds the character U+${code}, which XML forbids.`);
  }
}

const knownNames = new Set<string>();

function checkName(name: string): void {
  if (knownNames.has(name)) return;
  if (!isName(name)) throw new RangeError('An element or attribute has a name that XML does not allow.');
  if (knownNames.size < 10_000) knownNames.add(name);
}
