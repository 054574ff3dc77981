import type { CanonicalRecord, JsonValue, Place } from '@rollbook/model';
import { type Issue, type Item, recordReference, type XmlElement } from '@rollbook/parser-kit';
import type { CodeTexts } from './code-texts.js';
import type { FileContext } from './file-context.js';
import type { IsamsIssueCode } from './issue-catalogue.js';
import { addJson, type JsonObject } from './json-object.js';
import { elementJson, type ListItem } from './node.js';
import { isNoDate, readDate, readDigits, readFlag, readYearGroup } from './read-values.js';

/** Longest code of a canonical record. */
export const LONGEST_CODE = 40;

/** A value of an item: the text of a child or of an attribute. */
export interface FieldValue {
  /** As the file names it; an attribute with `@` in front. */
  readonly name: string;
  /** Without white space around it, never empty. */
  readonly text: string;
  readonly element: XmlElement;
  /** As sent, white space and all. */
  readonly raw: string;
}

/** One record while it is being read: what was sent, its extensions, and the issues that wait for its key. */
export class RecordDraft {
  readonly context: FileContext;
  readonly item: ListItem;
  #sent: Record<string, string> | undefined;
  #extensions: JsonObject | undefined;
  readonly #issues: Issue[] = [];
  readonly #unreadable = new Set<string>();

  constructor(context: FileContext, item: ListItem) {
    this.context = context;
    this.item = item;
  }

  text(field: string, value: FieldValue): string {
    if (value.raw !== value.text) this.sent(field, value.raw);
    return value.text;
  }

  /** A text that has the length of a code. */
  code(field: string, value: FieldValue): string | undefined {
    if (value.text.length <= LONGEST_CODE) return this.text(field, value);
    this.#fail('isams-code-too-long', field, value);
    return undefined;
  }

  /** The DfE's code for a text; a text without one is kept as it stands, and told once. */
  codeOf(texts: CodeTexts, field: string, value: FieldValue): string | undefined {
    const code = texts.find(value.text);
    if (code !== undefined) {
      if (code !== value.raw) this.sent(field, value.raw);
      return code;
    }
    const kept = this.code(field, value);
    if (kept !== undefined && this.context.once('isams-text-unmapped', `${field} ${kept}`)) {
      this.issue('isams-text-unmapped', field, value);
    }
    return kept;
  }

  date(field: string, value: FieldValue): string | undefined {
    if (isNoDate(value.text)) {
      this.sent(field, value.raw);
      return undefined;
    }
    const date = readDate(value.text);
    if (date === undefined) this.#fail('isams-date-unreadable', field, value);
    else if (date !== value.raw) this.sent(field, value.raw);
    return date;
  }

  flag(field: string, value: FieldValue): boolean | undefined {
    const flag = readFlag(value.text);
    if (flag === undefined) this.#fail('isams-flag-unreadable', field, value);
    else if (String(flag) !== value.raw) this.sent(field, value.raw);
    return flag;
  }

  integer(field: string, value: FieldValue, least: number, most: number): number | undefined {
    const number = readDigits(value.text);
    if (number >= least && number <= most) {
      if (String(number) !== value.raw) this.sent(field, value.raw);
      return number;
    }
    this.#fail('isams-number-unreadable', field, value);
    return undefined;
  }

  yearGroup(field: string, value: FieldValue): string | undefined {
    const year = readYearGroup(value.text);
    if (year === undefined) this.#fail('isams-year-unreadable', field, value);
    else if (year !== value.raw) this.sent(field, value.raw);
    return year;
  }

  /** Notes what was sent for a field whose value is not the very text. */
  sent(field: string, text: string): void {
    (this.#sent ??= {})[field] = text;
  }

  /** True when a value of the field was there and could not be read. */
  isUnreadable(field: string): boolean {
    return this.#unreadable.has(field);
  }

  /** Keeps what canonical records have no field for, under its own name. */
  keep(name: string, value: JsonValue): void {
    if (value === '' || value === null) return;
    addJson((this.#extensions ??= {}), name, value);
  }

  /** Keeps what is not known, and tells of its kind once in the file. */
  keepUnknown(name: string, value: JsonValue, element: XmlElement): void {
    if (value === '' || value === null) return;
    this.keep(name, value);
    this.#told(name, element);
  }

  #told(name: string, element: XmlElement): void {
    const { manager, list } = this.item;
    const field = `/${manager === '' ? '' : `${manager}/`}${list}/${this.item.element.name}/${name}`;
    if (!this.context.once('isams-element-unknown', field)) return;
    this.#issues.push(this.context.issue('isams-element-unknown', this.placeOf(element, name), { field }));
  }

  /** Keeps a second value of a field that has one. */
  keepRepeated(element: XmlElement): void {
    const value = elementJson(element);
    if (value === '' || value === null) return;
    this.keep(element.name, value);
    this.#issues.push(
      this.context.issue('isams-element-repeated', this.placeOf(element, element.name), {
        field: element.name,
      }),
    );
  }

  issue(code: IsamsIssueCode, field: string, value?: FieldValue): void {
    const place =
      value === undefined ? this.placeOf(this.item.element) : this.placeOf(value.element, value.name);
    this.#issues.push(
      this.context.issue(code, place, value === undefined ? { field } : { field, value: value.raw }),
    );
  }

  placeOf(element: XmlElement, name?: string): Place {
    const { path } = this.item;
    return {
      line: element.line,
      column: element.column,
      path: name === undefined ? path : `${path}/${name}`,
    };
  }

  /**
   * Completes a record and gives it with its issues behind it. Called again, for another pupil with the same
   * contact, it gives the issues no second time.
   */
  finish(record: CanonicalRecord): Item[] {
    if (this.#sent !== undefined) record.sent = this.#sent;
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    if (this.context.isRepeated(record.kind, record.key)) this.issue('isams-record-repeated', 'key');
    return this.standIn(record);
  }

  /** Adds the extensions to a record that another draft has finished, and gives the issues. */
  extend(record: CanonicalRecord): Item[] {
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    return this.standIn(record).slice(1);
  }

  /** Gives a record that stands in for the one begun, with the issues behind it. */
  standIn(record: CanonicalRecord): Item[] {
    const reference = recordReference(record);
    const issues = this.#issues.splice(0);
    for (const issue of issues) issue.record = reference;
    return [record, ...issues];
  }

  #fail(code: IsamsIssueCode, field: string, value: FieldValue): void {
    this.sent(field, value.raw);
    this.#unreadable.add(field);
    this.issue(code, field, value);
  }
}
