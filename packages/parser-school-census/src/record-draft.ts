import type { CanonicalRecord, JsonValue, Place } from '@rollbook/model';
import { elementToJson, type Issue, type XmlElement } from '@rollbook/parser-kit';
import { addJson, attributesJson, type JsonObject, ownJson } from './element-json.js';
import type { FileContext } from './file-context.js';
import { type CensusIssueCode, issueCatalogue } from './issue-catalogue.js';
import { readDate } from './read-date.js';

const LONGEST_CODE = 40;

/** A container inside a record, and those around it. */
interface Inside {
  readonly name: string;
  readonly parent: Inside | undefined;
  /** `/PupilCharacteristics/FSMperiods` */
  readonly path: string;
}

/** An element of a pupil that is read later, for it belongs to another record than the pupil's. */
export interface PutBy {
  readonly element: XmlElement;
  readonly inside: Inside | undefined;
}

/**
 * One record while it is being read: its values with what was sent, its extensions, and the issues that wait for
 * the record's key. One draft serves record after record: {@link begin}, read, then {@link finish} or
 * {@link discard}.
 */
export class RecordDraft {
  readonly #context: FileContext;
  #own: XmlElement | undefined;
  #path = '';
  /** Path without positions, by which unknown elements are told once. */
  #schemaPath = '';
  /** Container inside the record that reading stands in. */
  #inside: Inside | undefined;
  #sent: Record<string, string> | undefined;
  #extensions: JsonObject | undefined;
  #issues: Issue[] | undefined;
  #unreadable: string[] | undefined;

  constructor(context: FileContext) {
    this.#context = context;
  }

  /** @param element the element that the record is read from, which stands at `path` */
  begin(element: XmlElement, path: string, schemaPath: string): void {
    this.#own = element;
    this.#path = path;
    this.#schemaPath = schemaPath;
    this.#inside = undefined;
    this.#sent = undefined;
    this.#extensions = undefined;
    this.#issues = undefined;
    this.#unreadable = undefined;
  }

  enter(container: string): void {
    const parent = this.#inside;
    this.#inside = { name: container, parent, path: `${parent?.path ?? ''}/${container}` };
  }

  leave(): void {
    this.#inside = this.#inside?.parent;
  }

  /** Path of the containers that reading stands in, from the record down. */
  get insidePath(): string {
    return this.#inside?.path ?? '';
  }

  /** Remembers an element with the containers around it. */
  putBy(element: XmlElement): PutBy {
    return { element, inside: this.#inside };
  }

  /** Goes to where an element stood that was put by; gives the element. */
  resume({ element, inside }: PutBy): XmlElement {
    this.#inside = inside;
    return element;
  }

  /** Text without white space around it; undefined when there is none. */
  text(element: XmlElement, field: string): string | undefined {
    const text = this.#leaf(element);
    if (text === undefined) return undefined;
    const last = text.length - 1;
    // a space, and what stands before it in Unicode; and spaces beyond ASCII, such as no-break space
    if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(last))) return text;
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    if (trimmed !== text) this.sent(field, text);
    return trimmed;
  }

  /** Text of a code's length. */
  code(element: XmlElement, field: string, longest = LONGEST_CODE): string | undefined {
    const text = this.text(element, field);
    if (text === undefined || text.length <= longest) return text;
    this.#fail('census-code-too-long', element, field, text);
    return undefined;
  }

  /** `YYYY-MM-DD` */
  date(element: XmlElement, field: string): string | undefined {
    const text = this.text(element, field);
    if (text === undefined) return undefined;
    const date = readDate(text);
    if (date === undefined) this.#fail('census-date-unreadable', element, field, text);
    else if (date !== text) this.sent(field, text);
    return date;
  }

  /** `true`, `false`, `1`, `0`; also `Y`, `N`, `T`, `F` and any case. */
  flag(element: XmlElement, field: string): boolean | undefined {
    const text = this.text(element, field);
    if (text === undefined) return undefined;
    if (text === 'true') return true;
    if (text === 'false') return false;
    const flag = readFlag(text);
    if (flag === undefined) this.#fail('census-flag-unreadable', element, field, text);
    else this.sent(field, text);
    return flag;
  }

  /** A whole number from `least` to `most`, of digits alone but for a decimal part of noughts. */
  integer(element: XmlElement, field: string, least: number, most: number): number | undefined {
    const text = this.text(element, field);
    if (text === undefined) return undefined;
    const point = text.indexOf('.');
    const whole = point > 0 && isNoughts(text, point + 1) ? text.slice(0, point) : text;
    const value = readDigits(whole);
    if (value < least || value > most) {
      this.#fail('census-number-unreadable', element, field, text);
      return undefined;
    }
    if (whole !== text || (text.length > 1 && text.charCodeAt(0) === 48)) this.sent(field, text);
    return value;
  }

  /** A decimal number. */
  number(element: XmlElement, field: string): number | undefined {
    const text = this.text(element, field);
    if (text === undefined) return undefined;
    const value = /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value)) {
      this.#fail('census-number-unreadable', element, field, text);
      return undefined;
    }
    if (String(value) !== text) this.sent(field, text);
    return value;
  }

  /** Notes what was sent for a field whose value is not the very text. */
  sent(field: string, text: string): void {
    (this.#sent ??= {})[field] = text;
  }

  /** True when a value of the field was there and could not be read. */
  isUnreadable(field: string): boolean {
    return this.#unreadable?.includes(field) ?? false;
  }

  /** True when a value was there that could not be read. */
  get hasUnreadable(): boolean {
    return this.#unreadable !== undefined;
  }

  /** Keeps an element that is not known, and tells of its kind once in the file. */
  keepUnknown(element: XmlElement): void {
    this.keep(element);
    this.#told(element, element.name);
  }

  /** Keeps a second element of a kind that may stand once. */
  keepRepeated(element: XmlElement): void {
    this.keep(element);
    this.#issue('census-element-repeated', element, this.#schemaPathOf(element.name), undefined);
  }

  /** Keeps an element that is known and has no field in canonical records; an empty one says nothing. */
  keep(element: XmlElement): void {
    const json = elementToJson(element);
    if (json !== '') this.#keepJson(element.name, json);
  }

  /**
   * Keeps what a known element has beside its children or text and no version of the format has: attributes, and
   * text between children. Tells of each kind once.
   */
  keepOddities(element: XmlElement): void {
    const odd = attributesJson(element) ?? {};
    if (element.children.length > 0 && element.text.trim() !== '') odd['#text'] = element.text;
    const names = Object.keys(odd);
    if (names.length === 0) return;
    this.#keepJson(element.name, odd);
    for (const name of names) this.#told(element, `${element.name}/${name}`);
  }

  /** The same for the element that the record itself was read from. */
  keepOwnOddities(element: XmlElement): void {
    const attributes = attributesJson(element);
    if (attributes !== undefined) {
      for (const [name, value] of Object.entries(attributes)) {
        this.#keepJson(name, value);
        this.#told(element, name);
      }
    }
    if (element.text.trim() !== '') {
      this.#keepJson('#text', element.text);
      this.#told(element, '#text');
    }
  }

  issue(code: CensusIssueCode, element: XmlElement, field: string, value?: string): void {
    this.#issue(code, element, field, value);
  }

  placeOf(element: XmlElement): Place {
    const path =
      element === this.#own ? this.#path : `${this.#path}${this.#inside?.path ?? ''}/${element.name}`;
    return { line: element.line, column: element.column, path };
  }

  /** Puts the record out, with its extensions and what was sent, and its issues behind it. */
  finish(record: CanonicalRecord): void {
    const { out, recordKeys } = this.#context;
    out.push(record);
    const before = recordKeys.size;
    if (this.#own !== undefined && recordKeys.add(record.kind + record.key).size === before) {
      this.#issue('census-record-repeated', this.#own, 'key', undefined);
    }
    this.complete(record);
  }

  /** The same for a record that is out already. */
  complete(record: CanonicalRecord): void {
    if (this.#sent !== undefined) record.sent = this.#sent;
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    this.#putIssues(record);
  }

  /** Puts out the issues alone, against the record that stands in for the one begun. */
  discard(standIn: CanonicalRecord): void {
    this.#putIssues(standIn);
  }

  /** What was kept so far beside the fields. */
  extensions(): JsonObject | undefined {
    return this.#extensions;
  }

  /** Puts out the issues as those of the whole file. */
  putIssues(): void {
    if (this.#issues !== undefined) this.#context.out.push(...this.#issues);
  }

  #putIssues(record: CanonicalRecord): void {
    if (this.#issues === undefined) return;
    const { kind, key } = record;
    const pupilKey = 'pupilKey' in record ? record.pupilKey : undefined;
    const reference = pupilKey === undefined ? { kind, key } : { kind, key, pupilKey };
    for (const issue of this.#issues) {
      issue.record = reference;
      this.#context.out.push(issue);
    }
  }

  #leaf(element: XmlElement): string | undefined {
    if (element.children.length > 0) {
      this.keepUnknown(element);
      return undefined;
    }
    return element.text === '' ? undefined : element.text;
  }

  #fail(code: CensusIssueCode, element: XmlElement, field: string, text: string): void {
    this.sent(field, text);
    (this.#unreadable ??= []).push(field);
    this.#issue(code, element, field, text);
  }

  #issue(code: CensusIssueCode, element: XmlElement, field: string, value: string | undefined): void {
    const { severity, message, help } = issueCatalogue[code];
    const issue: Issue = { code, severity, message, place: this.placeOf(element), field, help };
    if (value !== undefined) issue.value = value;
    (this.#issues ??= []).push(issue);
  }

  #told(element: XmlElement, name: string): void {
    this.#context.unknown(this.#schemaPathOf(name), this.placeOf(element));
  }

  #schemaPathOf(name: string): string {
    return `${this.#schemaPath}${this.#inside?.path ?? ''}/${name}`;
  }

  #keepJson(name: string, value: JsonValue): void {
    addJson(objectAt((this.#extensions ??= {}), this.#inside), name, value);
  }
}

/** The object that stands for a container among the extensions, made where it is missing. */
function objectAt(extensions: JsonObject, inside: Inside | undefined): JsonObject {
  if (inside === undefined) return extensions;
  const around = objectAt(extensions, inside.parent);
  const found = ownJson(around, inside.name);
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found;
  const made: JsonObject = {};
  addJson(around, inside.name, made);
  return made;
}

function isPlain(code: number): boolean {
  return code > 32 && code < 0xa0;
}

function isNoughts(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) if (text.charCodeAt(i) !== 48) return false;
  return from < text.length;
}

function readFlag(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case '1':
    case 'true':
    case 'y':
    case 'yes':
    case 't':
      return true;
    case '0':
    case 'false':
    case 'n':
    case 'no':
    case 'f':
      return false;
    default:
      return undefined;
  }
}

/** The number that up to nine digits stand for, or -1. */
function readDigits(text: string): number {
  if (text.length > 9) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
