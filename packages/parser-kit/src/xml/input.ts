/* eslint-disable @typescript-eslint/no-non-null-assertion -- indexes stand inside the typed arrays by construction */
import { UnreadableInputError } from '../errors.js';
import { TextClass, textClasses } from './characters.js';
import { resolveReferences } from './entities.js';
import { defaultXmlLimits, type XmlLimits } from './limits.js';
import { xmlHelp, type XmlErrorCode } from './xml-errors.js';

/** Returned instead of an index when the piece ends before the token does. */
export const incomplete = -1;

export const Unit = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  bang: 0x21,
  quote: 0x22,
  ampersand: 0x26,
  apostrophe: 0x27,
  slash: 0x2f,
  lessThan: 0x3c,
  equals: 0x3d,
  greaterThan: 0x3e,
  question: 0x3f,
  openBracket: 0x5b,
  bracket: 0x5d,
} as const;

export function isSpaceUnit(unit: number): boolean {
  return unit === Unit.space || unit === Unit.lineFeed || unit === Unit.tab || unit === Unit.carriageReturn;
}

/** Room behind the text, so that looking a few units ahead stays inside the array. */
const slack = 512;

/**
 * The text in hand and where it stands in the document. The UTF-16 units lie in a typed array beside the string,
 * since reading them from there is several times as fast as `charCodeAt`.
 */
export class XmlInput {
  protected readonly limits: XmlLimits;
  protected text = '';
  protected codes = new Uint16Array(slack);
  protected length = 0;
  /** Start of the token in hand, in `text`; everything before is done with. */
  protected at = 0;
  /** Offset of `text` in the document. */
  protected base = 0;
  /** Line at which reading stands, and the offset in the document at which that line starts. */
  protected line = 1;
  protected lineStart = 0;
  /** The same for the start of the token in hand. */
  protected tokenLine = 1;
  protected tokenLineStart = 0;

  constructor(
    limits: Partial<XmlLimits> | undefined,
    /** Takes each "&" that begins no reference for itself; without it such a file is refused. */
    protected readonly onBareAmpersand?: ((place: { line: number }) => void) | undefined,
  ) {
    this.limits = { ...defaultXmlLimits, ...limits };
  }

  /** Line and column of the end of what was taken in so far: where a decoder's complaint stands. */
  endPlace(): { line: number; column: number } {
    return this.placeOf(this.length);
  }

  /** Puts a piece behind what is not done with. */
  protected append(piece: string): void {
    const rest = this.length - this.at;
    const length = rest + piece.length;
    const old = this.codes;
    if (old.length < length + slack) {
      this.codes = new Uint16Array(length + slack + (length >> 1));
      this.codes.set(old.subarray(this.at, this.length));
    } else if (this.at > 0) {
      old.copyWithin(0, this.at, this.length);
    }
    Buffer.from(this.codes.buffer, rest * 2, piece.length * 2).write(piece, 'utf16le');
    // A control character behind the end stops every loop without a comparison of its own.
    this.codes[length] = 0;
    this.text = rest === 0 ? piece : this.text.slice(this.at) + piece;
    this.base += this.at;
    this.length = length;
    this.at = 0;
  }

  /** Skips white space from `i`, counting lines. */
  protected skipSpace(from: number): number {
    const codes = this.codes;
    let i = from;
    for (;;) {
      const code = codes[i]!;
      if (code === Unit.space || code === Unit.tab) i++;
      else if (code === Unit.lineFeed) this.countLine(++i);
      else if (code === Unit.carriageReturn) {
        i++;
        if (codes[i] !== Unit.lineFeed) this.countLine(i);
      } else return i;
    }
  }

  /** A line starts at index `start`. */
  protected countLine(start: number): void {
    this.line++;
    this.lineStart = this.base + start;
  }

  /** Checks characters and counts lines; says whether there was a CR. */
  protected passOver(from: number, to: number): boolean {
    const codes = this.codes;
    let returns = false;
    for (let i = from; i < to; i++) {
      const kind = textClasses[codes[i]!]!;
      if (kind === TextClass.plain) continue;
      if (kind === TextClass.lineFeed) this.countLine(i + 1);
      else if (kind === TextClass.carriageReturn) {
        returns = true;
        if (codes[i + 1] !== Unit.lineFeed) this.countLine(i + 1);
      } else if (kind === TextClass.forbidden) this.failCharacter(i);
    }
    return returns;
  }

  protected resolve(from: number, to: number, literal: ((part: string) => string) | undefined): string {
    const resolved = resolveReferences(
      this.text.slice(from, to),
      literal,
      // Where in a text of several lines it is would take counting them; the token's line will do.
      this.onBareAmpersand && (() => this.onBareAmpersand?.({ line: this.tokenLine })),
    );
    if (typeof resolved === 'string') return resolved;
    const message = 'an "&" begins no entity that XML knows (amp, lt, gt, quot, apos, or a number)';
    return this.fail('xml-entity', message, from + resolved);
  }

  protected failCharacter(at: number): never {
    const name = `U+${this.codes[at]!.toString(16).toUpperCase().padStart(4, '0')}`;
    return this.fail('xml-character', `the character ${name}, which XML forbids`, at);
  }

  protected failTextLength(at: number): never {
    const message = `a text or value has more than ${this.limits.textLength} characters`;
    return this.fail('xml-text-too-long', message, at);
  }

  protected failMarkupLength(): never {
    return this.fail(
      'xml-markup-too-long',
      `a tag or comment has more than ${this.limits.markupLength} characters`,
    );
  }

  /**
   * Messages name no element or attribute of the file: in a damaged file anything may stand where a name should,
   * a pupil's name too.
   */
  protected fail(code: XmlErrorCode, message: string, at = this.at): never {
    const { line, column } = this.placeOf(at);
    const path = this.pathNow();
    throw new UnreadableInputError(code, `Line ${line}: ${message}.`, {
      place: path === undefined ? { line, column } : { line, column, path },
      help: xmlHelp[code],
    });
  }

  /** Path of what is being read, for errors. */
  protected pathNow(): string | undefined {
    return undefined;
  }

  /** Line and column of an index from the token in hand on, whatever was counted meanwhile. */
  private placeOf(at: number): { line: number; column: number } {
    let line = this.tokenLine;
    let lineStart = this.tokenLineStart;
    for (let i = this.at; i < at; i++) {
      const code = this.codes[i]!;
      if (code === Unit.lineFeed || (code === Unit.carriageReturn && this.codes[i + 1] !== Unit.lineFeed)) {
        line++;
        lineStart = this.base + i + 1;
      }
    }
    return { line, column: this.base + at - lineStart + 1 };
  }
}
