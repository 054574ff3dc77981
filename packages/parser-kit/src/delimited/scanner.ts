import { UnreadableInputError } from '../errors.js';
import type { RowBatch } from '../table/row-batch.js';
import { shortestSlice } from '../xml/detach.js';
import {
  defaultDelimitedLimits,
  delimitedHelp,
  type DelimitedErrorCode,
  type DelimitedLimits,
} from './delimited-errors.js';
import type { Delimiter } from './delimiter.js';

/** Rows in a batch. */
export const rowsInBatch = 1000;
/** A batch of long rows is given out before it has them all, after about so many characters. */
const charactersInBatch = 2 * 1024 * 1024;

/** A copy in this module: looked up in another for every cell it costs where modules aren't bundled. */
const shortest = shortestSlice;
const quoteCode = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** No text has them. Vertical tab and form feed do occur: for line breaks in cells, and between pages. */
// eslint-disable-next-line no-control-regex -- controls are what is being looked for
const control = /[\u0000-\u0008\u000e-\u001f]/;
/** Ctrl-Z, by which some programs still end a file. */
const endOfFile = '\u001a';

export interface DelimitedScannerOptions {
  readonly delimiter: Delimiter;
  readonly limits?: Partial<DelimitedLimits> | undefined;
  /** Line of the first character, 1 if not given. */
  readonly line?: number | undefined;
}

/**
 * Delimited text, in pieces cut anywhere, to rows. RFC 4180 as far as it goes; beyond it a row may end in LF, CRLF or
 * CR; a quote inside a cell that doesn't begin with one is a character like others; and what follows a closing
 * quote belongs to the cell as it stands.
 *
 * `indexOf` runs at the speed of memory, a loop over characters doesn't: so a row without quotes, once its end is
 * known, is cut by nothing else, and the places found are kept until reading has passed them.
 */
export class DelimitedScanner {
  private readonly delimiter: string;
  private readonly delimiterCode: number;
  private readonly limits: DelimitedLimits;
  /** From the start of the cell in hand on. */
  private text = '';
  /** Offset in `text` from which the end of the cell in hand is yet to be looked for. */
  private scan = 0;
  /**
   * Cells of the row in hand that are complete, `count` of them. Rows are copies of it. With an array made by `[]` for
   * every row, about one process in ten was measured to take four times as long, all of it in minor collections that
   * freed little: most likely V8 had come to make those arrays among old objects, where dead ones keep their cells.
   */
  private readonly row: string[] = [];
  private count = 0;
  private rowLength = 0;
  private rowLine: number;
  private line: number;
  /** The last piece ended in CR; a LF at the start of the next belongs to it. */
  private afterReturn = false;
  private ended = false;
  private rows: string[][] = [];
  private at: number[] = [];
  private characters = 0;

  constructor({ delimiter, limits, line = 1 }: DelimitedScannerOptions) {
    this.delimiter = delimiter;
    this.delimiterCode = delimiter.charCodeAt(0);
    this.limits = { ...defaultDelimitedLimits, ...limits };
    this.line = line;
    this.rowLine = line;
  }

  /** Takes a piece in; batches that are full go to `out`. */
  write(piece: string, out: RowBatch[]): void {
    let added = piece;
    if (added === '') return;
    if (this.afterReturn) {
      this.afterReturn = false;
      if (added.charCodeAt(0) === lineFeed) added = added.slice(1);
    }
    if (this.ended) this.failCharacter(0x1a, this.text.length);
    if (added.endsWith(endOfFile)) {
      this.ended = true;
      added = added.slice(0, -1);
    }
    const known = this.text.length;
    this.text = known === 0 ? added : this.text + added;
    const bad = added.search(control);
    if (bad !== -1) this.failCharacter(added.charCodeAt(bad), known + bad);
    this.run(false, out);
    this.characters += added.length;
    if (this.characters > charactersInBatch) this.flush(out);
  }

  /** The text is at its end: gives the last row, and all that is left, to `out`. */
  end(out: RowBatch[]): void {
    this.run(true, out);
    this.flush(out);
  }

  /** Leaves out the row in hand, which the end of a head may have cut, and gives all that is left. */
  endCut(out: RowBatch[]): void {
    this.flush(out);
  }

  private flush(out: RowBatch[]): void {
    this.characters = 0;
    if (this.rows.length === 0) return;
    out.push({ rows: this.rows, at: this.at });
    this.rows = [];
    this.at = [];
  }

  private run(final: boolean, out: RowBatch[]): void {
    const { text, delimiter, delimiterCode, limits } = this;
    const length = text.length;
    const row = this.row;
    let { scan, count } = this;
    /** Start of the cell in hand. */
    let at = 0;
    // The next of each from `at` on, `length` when there's none; known as long as it is no less than `at`.
    let feed = -1;
    let back = -1;
    let quote = -1;
    let next = -1;
    for (;;) {
      if (count === 0 && scan === 0) {
        if (feed < at) feed = find(text, '\n', at);
        if (back < at) back = find(text, '\r', at);
        const end = feed < back ? feed : back;
        if (end < length) {
          if (quote < at) quote = find(text, '"', at);
          if (quote > end && end - at <= limits.fieldLength) {
            for (;;) {
              if (next < at) next = find(text, delimiter, at);
              if (next > end) break;
              row[count++] = cut(text, at, next);
              at = next + 1;
            }
            row[count++] = cut(text, at, end);
            at = this.endRow(count, end, out);
            count = 0;
            continue;
          }
        } else if (at === length) break;
      }

      let from = at + scan;
      let close = -1;
      if (text.charCodeAt(at) === quoteCode) {
        if (scan === 0) {
          // Most quoted cells hold no line end and no quote.
          close = text.indexOf('"', at + 1);
          if (feed < at) feed = find(text, '\n', at);
          if (back < at) back = find(text, '\r', at);
          if (
            close !== -1 &&
            close < feed &&
            close < back &&
            text.charCodeAt(close + 1) === delimiterCode &&
            close - at <= limits.fieldLength
          ) {
            row[count++] = cut(text, at + 1, close);
            this.rowLength += close + 2 - at;
            at = close + 2;
            continue;
          }
        }
        close = this.findClose(scan > 0 ? from : at + 1, final);
        if (close < 0) {
          scan = ~close - at;
          if (final || length - at > this.limits.fieldLength) this.failQuoteOpen();
          break;
        }
        from = close + 1;
      }
      if (feed < from) feed = find(text, '\n', from);
      if (back < from) back = find(text, '\r', from);
      if (next < from) next = find(text, delimiter, from);
      let end = feed < back ? feed : back;
      if (next < end) end = next;
      if (end - at > this.limits.fieldLength) this.failFieldLength();
      if (end === length && !final) {
        scan = (close === -1 ? length : close) - at;
        break;
      }
      row[count++] = close === -1 ? cut(text, at, end) : this.unquote(at, close, end);
      this.rowLength += end - at;
      if (count > limits.cells) this.failCells();
      if (this.rowLength > this.limits.rowLength) this.failRowLength();
      scan = 0;
      if (end === length) {
        this.endRow(count, end, out);
        count = 0;
        at = length;
        break;
      }
      if (text.charCodeAt(end) === delimiterCode) at = end + 1;
      else {
        at = this.endRow(count, end, out);
        count = 0;
      }
      // At the end of a file a delimiter has an empty cell behind it.
      if (at === length && !(final && count > 0)) break;
    }
    this.text = at === length ? '' : text.slice(at);
    this.scan = scan;
    this.count = count;
  }

  /** Index of the quote that closes the cell, or the complement of where to look for it when more text has come. */
  private findClose(from: number, final: boolean): number {
    const text = this.text;
    for (let close = from; ; close += 2) {
      close = text.indexOf('"', close);
      if (close === -1) return ~text.length;
      if (close + 1 === text.length) return final ? close : ~close;
      if (text.charCodeAt(close + 1) !== quoteCode) return close;
    }
  }

  private unquote(at: number, close: number, end: number): string {
    const text = this.text;
    let value = text.slice(at + 1, close);
    if (value.includes('\n') || value.includes('\r')) this.line += countLineEnds(value);
    if (value.includes('"')) value = value.replaceAll('""', '"');
    if (end > close + 1) value += text.slice(close + 1, end);
    return value.length < shortest ? value : (' ' + value).slice(1);
  }

  /** Puts the row away unless it is blank; gives the index behind its line end. */
  private endRow(count: number, end: number, out: RowBatch[]): number {
    const text = this.text;
    if (count > this.limits.cells) this.failCells();
    if (!isBlank(this.row, count)) {
      this.rows.push(this.row.slice(0, count));
      this.at.push(this.rowLine);
      if (this.rows.length >= rowsInBatch) this.flush(out);
    }
    this.rowLength = 0;
    this.rowLine = ++this.line;
    let behind = end + 1;
    if (text.charCodeAt(end) === carriageReturn) {
      if (behind === text.length) this.afterReturn = true;
      else if (text.charCodeAt(behind) === lineFeed) behind++;
    }
    return behind;
  }

  private failQuoteOpen(): never {
    return this.fail('csv-quote-open', 'the quote that begins a cell there is never closed');
  }

  private failFieldLength(): never {
    return this.fail('csv-field-too-long', `a cell has more than ${this.limits.fieldLength} characters`);
  }

  private failRowLength(): never {
    return this.fail('csv-row-too-long', `a row has more than ${this.limits.rowLength} characters`);
  }

  private failCells(): never {
    return this.fail('csv-too-many-cells', `a row has more than ${this.limits.cells} cells`);
  }

  private failCharacter(code: number, at: number): never {
    const before = this.text.slice(0, at);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const line = this.line + countLineEnds(before);
    return this.fail('csv-character', `the character ${name}, which no text has`, line);
  }

  private fail(code: DelimitedErrorCode, message: string, line = this.line): never {
    throw new UnreadableInputError(code, `Line ${line}: ${message}.`, {
      place: { line },
      help: delimitedHelp[code],
    });
  }
}

function find(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found === -1 ? text.length : found;
}

/** A cell that may be kept: no slice that would keep the piece alive (see `detach`). */
function cut(text: string, from: number, to: number): string {
  return to - from < shortest ? text.slice(from, to) : (' ' + text.slice(from, to)).slice(1);
}

function isBlank(row: readonly string[], count: number): boolean {
  for (let i = 0; i < count; i++) {
    const cell = row[i] as string;
    const code = cell.charCodeAt(0);
    if (code > 0x20 && code < 0x7f) return false;
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

export function countLineEnds(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) count++;
  for (let i = text.indexOf('\r'); i !== -1; i = text.indexOf('\r', i + 1)) {
    if (text.charCodeAt(i + 1) !== lineFeed) count++;
  }
  return count;
}
