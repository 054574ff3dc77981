import { UnreadableInputError } from '../errors.js';
import { findJsonFault } from './find-fault.js';
import { defaultJsonLimits, jsonHelp, type JsonErrorCode, type JsonLimits } from './json-errors.js';
import { jsonPointer, parseJson, type JsonRecord, type JsonSegment, type JsonValue } from './json-value.js';
import { JsonPlace } from './place.js';
import { ValueEnd } from './value-end.js';

/** Whether the value at this path is a record. The array is the reader's own and changes after the call. */
export type JsonRecordMatcher = (path: readonly JsonSegment[]) => boolean;

export interface JsonScannerOptions {
  readonly isRecord: JsonRecordMatcher;
  /** Called with each string, number, boolean or null outside records. The array is the reader's own. */
  readonly onValue?: ((path: readonly JsonSegment[], value: JsonValue) => void) | undefined;
  /** Takes objects one after another, each with its index as its path, as well as one document. */
  readonly lines?: boolean | undefined;
  readonly limits?: Partial<JsonLimits> | undefined;
}

/** What may stand next, white space apart. */
const enum Next {
  value,
  valueOrClose,
  key,
  keyOrClose,
  colon,
  commaOrClose,
  nothing,
}

const enum Kind {
  none,
  key,
  scalar,
  record,
}

/**
 * JSON text, in pieces cut anywhere, to records. Outside records it keeps to the grammar itself and holds nothing
 * but the path; of a record it finds the end, and `JSON.parse` does the rest.
 */
export class JsonScanner {
  private readonly isRecord: JsonRecordMatcher;
  private readonly onValue: JsonScannerOptions['onValue'];
  private readonly lines: boolean;
  private readonly limits: JsonLimits;
  private next = Next.value;
  /** `{` or `[` of what is open outside records. */
  private readonly open: string[] = [];
  /** Of the value in hand, or that comes next. */
  private readonly path: JsonSegment[] = [];
  /** Values at the top, with `lines`. */
  private documents = 0;
  /** What is being captured: from pieces before, and how far it has come. */
  private kind = Kind.none;
  private parts: string[] = [];
  private partsLength = 0;
  private readonly valueEnd = new ValueEnd();
  private readonly place = new JsonPlace();

  constructor({ isRecord, onValue, lines, limits }: JsonScannerOptions) {
    this.isRecord = isRecord;
    this.onValue = onValue;
    this.lines = lines ?? false;
    this.limits = { ...defaultJsonLimits, ...limits };
  }

  /** Takes a piece in; records that it completes go to `out`. */
  write(piece: string, out: JsonRecord[]): void {
    if (piece === '') return;
    this.place.piece(piece);
    let i = 0;
    while (i < piece.length) {
      if (this.kind !== Kind.none) {
        i = this.capture(piece, i, out);
        continue;
      }
      const code = piece.charCodeAt(i);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
        i++;
        continue;
      }
      i = this.step(piece, i, code);
    }
  }

  /** The text is at its end. */
  end(out: JsonRecord[]): void {
    if (this.kind !== Kind.none) {
      const text = this.parts.join('');
      const fault = findJsonFault(text);
      if (fault === text.length) this.failTruncated();
      if (fault !== -1) this.failInside(text, fault);
      // A number has no end of its own.
      this.complete('', out);
    }
    if (this.next === Next.nothing && this.open.length === 0) return;
    this.failTruncated();
  }

  /** Begins what stands at `i`, or takes punctuation; gives the index to go on at. */
  private step(piece: string, i: number, code: number): number {
    const { open, path } = this;
    switch (this.next) {
      case Next.valueOrClose:
        if (code === 0x5d) return this.close(i);
        this.begin(piece, i, code);
        return this.kind === Kind.none ? i + 1 : i;
      case Next.value:
        this.begin(piece, i, code);
        return this.kind === Kind.none ? i + 1 : i;
      case Next.keyOrClose:
        if (code === 0x7d) return this.close(i);
        return this.beginKey(i, code);
      case Next.key:
        return this.beginKey(i, code);
      case Next.colon:
        if (code !== 0x3a) this.failAt('a colon is missing behind a key', i);
        this.next = Next.value;
        return i + 1;
      case Next.commaOrClose: {
        const inArray = open.at(-1) === '[';
        if (code === (inArray ? 0x5d : 0x7d)) return this.close(i);
        if (code !== 0x2c) this.failAt('a comma or closing bracket is missing', i);
        if (inArray) (path[path.length - 1] as number)++;
        this.next = inArray ? Next.value : Next.key;
        return i + 1;
      }
      case Next.nothing:
        if (this.lines && code === 0x7b && this.documents > 0) {
          this.next = Next.value;
          return i;
        }
        return this.failAt('something follows the end of the JSON', i);
    }
  }

  private begin(piece: string, i: number, code: number): void {
    const { open, path } = this;
    if (this.lines && open.length === 0 && code === 0x7b) path[0] = this.documents++;
    const isContainer = code === 0x7b || code === 0x5b;
    if (isContainer && open.length >= this.limits.depth) this.failDepth(i);
    if (this.isRecord(path)) this.startCapture(Kind.record, i);
    else if (!isContainer) this.startCapture(Kind.scalar, i);
    else if (code === 0x7b) {
      open.push('{');
      path.push('');
      this.next = Next.keyOrClose;
      return;
    } else {
      open.push('[');
      path.push(0);
      this.next = Next.valueOrClose;
      return;
    }
    if (!this.valueEnd.start(code, this.limits.depth - open.length)) this.failAt('a value is missing', i);
  }

  private beginKey(i: number, code: number): number {
    if (code !== 0x22) this.failAt('a key in double quotes is missing', i);
    this.startCapture(Kind.key, i);
    this.valueEnd.start(code);
    return i;
  }

  private close(i: number): number {
    this.open.pop();
    this.path.pop();
    this.ended();
    return i + 1;
  }

  /** A value is complete. */
  private ended(): void {
    this.next = this.open.length > 0 ? Next.commaOrClose : Next.nothing;
  }

  private startCapture(kind: Kind, i: number): void {
    this.kind = kind;
    this.place.mark(i);
    this.parts.length = 0;
    this.partsLength = 0;
  }

  /** Goes on capturing at `from`; gives the index behind, the piece's length when the value goes on. */
  private capture(piece: string, from: number, out: JsonRecord[]): number {
    const { valueEnd, limits } = this;
    const end = valueEnd.find(piece, from);
    if (valueEnd.isTooDeep) this.failDepth(end);
    const length = this.partsLength + end - from;
    if (this.kind === Kind.key) {
      if (length > limits.keyLength) this.failLimit('json-key-too-long', 'a key', limits.keyLength);
    } else if (this.kind === Kind.scalar) {
      if (length > limits.scalarLength) this.failLimit('json-text-too-long', 'a value', limits.scalarLength);
    } else if (length > limits.recordLength) {
      this.failLimit('json-record-too-large', 'a record', limits.recordLength);
    } else if (valueEnd.nodes > limits.recordNodes) {
      this.fail('json-record-too-large', `a record has more than ${limits.recordNodes} members`);
    }
    if (valueEnd.isFound) this.complete(piece.slice(from, end), out);
    else {
      this.parts.push(piece.slice(from, end));
      this.partsLength = length;
    }
    return end;
  }

  private complete(last: string, out: JsonRecord[]): void {
    let text = last;
    if (this.parts.length > 0) {
      text = this.parts.join('') + last;
      this.parts.length = 0;
    }
    let value: JsonValue;
    try {
      value = parseJson(text);
    } catch {
      return this.failInside(text, findJsonFault(text));
    }
    const kind = this.kind;
    this.kind = Kind.none;
    if (kind === Kind.key) {
      this.path[this.path.length - 1] = value as string;
      this.next = Next.colon;
      return;
    }
    if (kind === Kind.scalar) this.onValue?.(this.path, value);
    else {
      const segments = this.path.slice();
      const { line, column } = this.place.marked();
      out.push({ value, path: jsonPointer(segments), segments, line, column });
    }
    this.ended();
  }

  private failInside(text: string, fault: number): never {
    const { line, column } = this.place.inside(text, fault);
    const what = fault === text.length ? 'a value is incomplete' : 'a character stands where JSON has none';
    return this.fail('json-malformed', what, line, column);
  }

  private failAt(message: string, i: number): never {
    const { line, column } = this.place.at(i);
    return this.fail('json-malformed', message, line, column);
  }

  private failDepth(i: number): never {
    const { line, column } = this.place.at(i);
    return this.fail(
      'json-too-deep',
      `objects and arrays nest deeper than ${this.limits.depth}`,
      line,
      column,
    );
  }

  private failTruncated(): never {
    const { line, column } = this.place.end();
    return this.fail('json-truncated', 'the file ends before the JSON does', line, column);
  }

  private failLimit(code: JsonErrorCode, what: string, limit: number): never {
    return this.fail(code, `${what} has more than ${limit} characters`);
  }

  /** Where the value in hand begins, when no place is given. Messages hold nothing of the file. */
  private fail(code: JsonErrorCode, message: string, line?: number, column?: number): never {
    const place = line === undefined || column === undefined ? this.place.marked() : { line, column };
    throw new UnreadableInputError(code, `Line ${place.line}: ${message}.`, { place, help: jsonHelp[code] });
  }
}
