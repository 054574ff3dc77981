import type { CanonicalRecord, JsonValue, Provenance } from '@rollbook/model';
import { type CodeReader, type Issue, type Item, readTableFlag, recordReference } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import type { WondeIssueCode } from './issue-catalogue.js';
import { finite, isNothing, scalarText, setOwn, trimmed, type WondeItem } from './json.js';
import { dateText, readDay, readWhole } from './read-values.js';

/** Longest code of a canonical record. */
export const LONGEST_CODE = 40;

/** One record while it is being read: what was sent, its extensions, and the issues that wait for its key. */
export class RecordDraft {
  readonly context: FileContext;
  readonly item: WondeItem;
  /** Include that is being read, with a full stop behind it. */
  prefix = '';
  #sent: Record<string, string> | undefined;
  #extensions: Record<string, JsonValue> | undefined;
  readonly #issues: Issue[] = [];
  readonly #unreadable = new Set<string>();

  constructor(context: FileContext, item: WondeItem, prefix = '') {
    this.context = context;
    this.item = item;
    this.prefix = prefix;
  }

  get provenance(): Provenance {
    return { file: this.context.file, place: placeOfItem(this.item) };
  }

  /** `school`, where it is known. */
  get base(): { school?: string } {
    const { school } = this.context;
    return school === undefined ? {} : { school };
  }

  text(field: string, name: string, value: JsonValue): string | undefined {
    const raw = this.#scalar(name, value);
    if (raw === undefined) return undefined;
    const text = raw.trim();
    if (text === '') return undefined;
    if (text !== raw) this.sent(field, raw);
    return text;
  }

  /** A text that has the length of a code. */
  code(field: string, name: string, value: JsonValue): string | undefined {
    const text = this.text(field, name, value);
    if (text === undefined || text.length <= LONGEST_CODE) return text;
    this.#fail('wonde-code-too-long', field, name, text);
    return undefined;
  }

  /** The DfE's code for a code or words; what has none is kept as it stands, and told once. */
  codeOf(reader: CodeReader, field: string, name: string, value: JsonValue): string | undefined {
    const raw = this.#scalar(name, value);
    const text = raw?.trim() ?? '';
    if (raw === undefined || text === '') return undefined;
    const code = reader.read(text);
    if (code !== undefined) {
      if (code !== raw) this.sent(field, raw);
      return code;
    }
    const kept = this.code(field, name, value);
    if (kept !== undefined && this.context.once('wonde-text-unmapped', `${field} ${kept}`))
      this.issue('wonde-text-unmapped', field, name, text);
    return kept;
  }

  /** Words of free choice: a code when the DfE's list has them, else kept under their own name. */
  codeOrKeep(reader: CodeReader, field: string, name: string, value: JsonValue): string | undefined {
    const raw = this.#scalar(name, value);
    const text = raw?.trim() ?? '';
    if (raw === undefined || text === '') return undefined;
    const code = reader.read(text);
    if (code === undefined) this.keep(name, raw);
    else if (code !== raw) this.sent(field, raw);
    return code;
  }

  date(field: string, name: string, value: JsonValue): string | undefined {
    const text = dateText(value);
    if (text === undefined) {
      // An object whose date is null is no date; a number or a list is something else
      if (typeof value !== 'object' || Array.isArray(value))
        this.#fail('wonde-date-unreadable', field, name, scalarText(value) ?? '');
      return undefined;
    }
    const day = readDay(text);
    if (day === undefined) this.#fail('wonde-date-unreadable', field, name, text);
    else if (day !== text) this.sent(field, text);
    return day;
  }

  flag(field: string, name: string, value: JsonValue): boolean | undefined {
    if (typeof value === 'boolean') return value;
    const raw = this.#scalar(name, value);
    const text = raw?.trim() ?? '';
    if (raw === undefined || text === '') return undefined;
    const flag = readTableFlag(text);
    if (flag === undefined) this.#fail('wonde-flag-unreadable', field, name, raw);
    else this.sent(field, raw);
    return flag;
  }

  integer(field: string, name: string, value: JsonValue, least: number): number | undefined {
    const raw = this.#scalar(name, value);
    const text = raw?.trim() ?? '';
    if (raw === undefined || text === '') return undefined;
    const number = readWhole(text);
    if (number < least) {
      this.#fail('wonde-number-unreadable', field, name, raw);
      return undefined;
    }
    if (String(number) !== raw) this.sent(field, raw);
    return number;
  }

  /** Notes what was sent for a field whose value is not the very text. */
  sent(field: string, text: string): void {
    setOwn((this.#sent ??= {}), field, text);
  }

  /** True when a value of the field was there and could not be read. */
  isUnreadable(field: string): boolean {
    return this.#unreadable.has(field);
  }

  /** Keeps what canonical records have no field for, under its own name. */
  keep(name: string, value: JsonValue): void {
    if (isNothing(value)) return;
    setOwn((this.#extensions ??= {}), this.prefix + name, finite(value));
  }

  /** Keeps what is not known, and tells of it once in the file. */
  keepUnknown(name: string, value: JsonValue): void {
    if (isNothing(value)) return;
    this.keep(name, value);
    const field = this.prefix + name;
    if (this.context.once('wonde-member-unknown', field)) this.issue('wonde-member-unknown', field, name);
  }

  /** Tells that a member was left out. */
  leaveOut(name: string): void {
    const field = this.prefix + name;
    if (this.context.once('wonde-not-kept', field)) this.issue('wonde-not-kept', field, name);
  }

  issue(code: WondeIssueCode, field: string, name?: string, value?: string): void {
    const place = placeOfItem(this.item);
    if (name !== undefined) place.path = `${this.item.path}/${(this.prefix + name).replaceAll('.', '/')}`;
    this.#issues.push(this.context.issue(code, place, value === undefined ? { field } : { field, value }));
  }

  fail(code: WondeIssueCode, field: string, name: string, value: JsonValue): void {
    this.#fail(code, field, name, trimmed(value) ?? '');
  }

  /** Completes a record and gives it with its issues behind it. */
  finish(record: CanonicalRecord): Item[] {
    if (this.#sent !== undefined) record.sent = this.#sent;
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    if (this.context.isRepeated(record.kind, record.key)) this.issue('wonde-record-repeated', 'key');
    return this.standIn(record);
  }

  /** Completes a mark; its key is remembered in another way. */
  finishMark(record: CanonicalRecord, isRepeated: boolean): Item[] {
    if (this.#sent !== undefined) record.sent = this.#sent;
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    if (isRepeated) this.issue('wonde-record-repeated', 'key');
    return this.standIn(record);
  }

  /** Gives a record that stands in for the one begun, with the issues behind it. */
  standIn(record: CanonicalRecord): Item[] {
    const reference = recordReference(record);
    const issues = this.#issues.splice(0);
    for (const issue of issues) issue.record = reference;
    return [record, ...issues];
  }

  /** A single value as text; an object or list is kept as an extension. */
  #scalar(name: string, value: JsonValue): string | undefined {
    const text = scalarText(value);
    if (text !== undefined || isNothing(value)) return text;
    this.keep(name, value);
    const field = this.prefix + name;
    if (this.context.once('wonde-value-unreadable', field)) this.issue('wonde-value-unreadable', field, name);
    return undefined;
  }

  #fail(code: WondeIssueCode, field: string, name: string, value: string): void {
    this.sent(field, value);
    this.#unreadable.add(field);
    this.issue(code, field, name, value);
  }
}
