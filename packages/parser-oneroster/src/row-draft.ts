import type { CanonicalRecord, JsonValue, Place, Provenance } from '@rollbook/model';
import { type CodeReader, type Issue, type Item, readTableDate, recordReference } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import type { OneRosterIssueCode } from './issue-catalogue.js';
import type { Table } from './table.js';

const LONGEST_CODE = 40;
/** Two figures of a year don't occur: the standard has four. */
const DATES = { order: 'dmy', latestYear: 2030, dates1904: false } as const;

/** A row while it becomes a record: its cells by heading, what was sent, extensions, issues. */
export class RowDraft {
  readonly context: FileContext;
  readonly table: Table;
  readonly cells: readonly string[];
  readonly line: number;
  #sent: Record<string, string> | undefined;
  #extensions: Record<string, JsonValue> | undefined;
  readonly #issues: Issue[] = [];

  constructor(context: FileContext, table: Table, cells: readonly string[], line: number) {
    this.context = context;
    this.table = table;
    this.cells = cells;
    this.line = line;
  }

  get place(): Place {
    return { line: this.line };
  }

  get provenance(): Provenance {
    return { file: this.context.file, place: this.place };
  }

  /** The cell as sent; empty where there is none. */
  raw(heading: string): string {
    const index = this.table.indexOf(heading);
    return index < 0 ? '' : (this.cells[index] ?? '');
  }

  /** The cell without white space around it; undefined when that is nothing. */
  peek(heading: string): string | undefined {
    const text = this.raw(heading).trim();
    return text === '' ? undefined : text;
  }

  text(field: string, heading: string): string | undefined {
    const raw = this.raw(heading);
    const text = raw.trim();
    if (text === '') return undefined;
    if (text !== raw) this.sent(field, raw);
    return text;
  }

  /** Items of a list, which stand in one cell with commas between. */
  list(heading: string): string[] {
    const text = this.peek(heading);
    if (text === undefined) return [];
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  date(field: string, heading: string): string | undefined {
    const raw = this.raw(heading);
    const text = raw.trim();
    if (text === '') return undefined;
    const day = readTableDate(text, DATES);
    if (day !== raw) this.sent(field, raw);
    if (day === undefined) this.issue('oneroster-date-unreadable', field, heading, raw);
    return day;
  }

  codeOf(reader: CodeReader, field: string, heading: string): string | undefined {
    const raw = this.raw(heading);
    const text = raw.trim();
    if (text === '') return undefined;
    const code = reader.read(text);
    if (code !== undefined) {
      if (code !== raw) this.sent(field, raw);
      return code;
    }
    if (text !== raw || text.length > LONGEST_CODE) this.sent(field, raw);
    if (text.length > LONGEST_CODE) {
      this.issue('oneroster-code-too-long', field, heading, raw);
      return undefined;
    }
    if (this.context.once('oneroster-text-unmapped', `${field} ${text}`))
      this.issue('oneroster-text-unmapped', field, heading, raw);
    return text;
  }

  sent(field: string, text: string): void {
    (this.#sent ??= {})[field] = text;
  }

  keep(name: string, value: JsonValue): void {
    // No schema of records lets a property of that name through
    (this.#extensions ??= {})[name === '__proto__' ? '"__proto__"' : name] = value;
  }

  /** Keeps columns of the standard that have no canonical field. */
  keepColumns(...headings: string[]): void {
    for (const heading of headings) {
      const text = this.peek(heading);
      if (text !== undefined) this.keep(heading, text);
    }
  }

  /** Keeps what is not of the standard, and tells of each column once. */
  keepUnknown(): void {
    const { cells, context, table } = this;
    for (const i of table.unknown) {
      const text = cells[i]?.trim() ?? '';
      if (text === '') continue;
      const heading = table.headings[i] ?? '';
      const name = heading === '' || table.indexOf(heading) >= 0 ? `column ${i + 1}` : heading;
      this.keep(name, text);
      if (context.once('oneroster-column-unknown', name))
        this.issue('oneroster-column-unknown', name, heading === '' ? undefined : heading);
    }
    let told = false;
    for (let i = table.headings.length; i < cells.length; i++) {
      const text = cells[i]?.trim() ?? '';
      if (text === '') continue;
      this.keep(`column ${i + 1}`, text);
      if (!told) this.issue('oneroster-row-too-long', 'row');
      told = true;
    }
  }

  issue(code: OneRosterIssueCode, field: string, heading?: string, value?: string): void {
    const place = heading === undefined ? this.place : { ...this.place, columnName: heading };
    this.#issues.push(this.context.issue(code, place, value === undefined ? { field } : { field, value }));
  }

  /** Completes a record and gives it with its issues behind it. */
  finish(record: CanonicalRecord): Item[] {
    if (this.#sent !== undefined) record.sent = this.#sent;
    if (this.#extensions !== undefined) record.extensions = this.#extensions;
    if (this.context.isRepeated(record.kind, record.key)) this.issue('oneroster-record-repeated', 'key');
    return this.standIn(record);
  }

  /** The row kept whole, with the error about it. */
  unreadable(intended: string, field: string): Item[] {
    const { school } = this.context.options;
    const raw: Record<string, JsonValue> = {};
    this.cells.forEach((cell, i) => {
      const heading = this.table.headings[i] ?? '';
      if (cell === '' || heading.toLowerCase() === 'password') return;
      const name =
        heading === '' || heading === '__proto__' || Object.hasOwn(raw, heading)
          ? `column ${i + 1}`
          : heading;
      raw[name] = cell;
    });
    this.issue('oneroster-row-unidentified', field);
    return this.standIn({
      kind: 'unreadable',
      key: `${intended}|${this.line}`,
      ...(school === undefined ? {} : { school }),
      provenance: this.provenance,
      intended,
      raw,
    });
  }

  standIn(record: CanonicalRecord): Item[] {
    const reference = recordReference(record);
    const issues = this.#issues.splice(0);
    for (const issue of issues) issue.record = reference;
    return [record, ...issues];
  }
}
