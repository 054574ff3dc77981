import { type FileProvenance, type JsonValue, type Place, type Provenance } from '@rollbook/model';
import { createIssueOnce } from '../issue-once.js';
import type { Item } from '../item.js';
import { Draft } from './draft.js';
import type { ColumnMeaning } from './fields.js';
import { itemKey } from './finish-item.js';
import type { ItemGroup, Layout } from './layout.js';
import { PupilMemory } from './pupil-memory.js';
import type { TableDialect, TableParseOptions } from './table-dialect.js';
import { type TableIssueCode, tableIssues } from './table-issues.js';

/** A pupil in hand, with the records about the pupil. */
export interface PupilGroup {
  readonly pupil: Draft;
  readonly key: string;
  readonly cells: readonly string[];
  readonly school: string | undefined;
  readonly drafts: Draft[];
  /** By kind and key, made when there are more than a few. */
  byKey: Map<string, Draft> | undefined;
  /** The pupil's record is out already. */
  told: boolean;
}

export interface TableReaderSettings {
  readonly dialect: TableDialect;
  readonly file: FileProvenance;
  readonly options: TableParseOptions;
  /** How a row's place is told: by line, or by row and sheet. */
  readonly placeOf: (at: number) => Place;
  readonly dates1904?: boolean;
  /** Name of file and sheet, title rows: evidence for what a table is. */
  readonly text?: string;
  /** What the columns mean, where it is not the headings that say so. */
  readonly meanings?: (headings: readonly string[]) => readonly (ColumnMeaning | undefined)[];
  /** Span that a title row gives, for sums of attendance. */
  readonly period?: { readonly startDate: string; readonly endDate: string } | undefined;
  /** Shared by the sheets of a file, so that each thing is told once. */
  readonly once?: (code: string, subject?: string) => boolean;
  /** Shared by the sheets of a file. */
  readonly memory?: TableMemory;
}

/** What is remembered over the sheets of a file. */
export class TableMemory {
  readonly pupils = new PupilMemory();
  readonly schools = new Set<string>();
  pupilCount = 0;
}

/** Records of a pupil that are searched one by one. */
const FEW = 8;

/** Where records go: completed, linked to their pupil, each given once, with their issues. */
export class RecordSink {
  readonly settings: TableReaderSettings;
  readonly prefix: string;
  readonly once: (code: string, subject?: string) => boolean;
  readonly memory: TableMemory;
  out: Item[] = [];
  #unreadables = 0;
  #provenance: Provenance;

  constructor(settings: TableReaderSettings) {
    this.settings = settings;
    this.prefix = settings.dialect.id;
    this.once = settings.once ?? createIssueOnce();
    this.memory = settings.memory ?? new TableMemory();
    this.#provenance = { file: settings.file, place: {} };
  }

  /** An issue of the whole file. */
  issue(code: TableIssueCode, place: Place, details: { field?: string; value?: string } = {}): void {
    const { severity, message, help } = tableIssues[code];
    this.out.push({ code: `${this.prefix}-${code}`, severity, message, place, help, ...details });
  }

  /** One object for all records of a row. */
  provenanceOf(place: Place): Provenance {
    if (this.#provenance.place !== place) this.#provenance = { file: this.settings.file, place };
    return this.#provenance;
  }

  /**
   * A record of the pupil, complete but for key and links. Gives the draft that stands for it: the one before, where a
   * row says the same again.
   */
  put(
    group: PupilGroup,
    kind: ItemGroup['kind'],
    draft: Draft,
    layout?: Layout,
    cells?: readonly string[],
  ): Draft {
    const { record } = draft;
    const found = itemKey(kind, group.key, draft);
    if ('missing' in found) {
      const raw = layout === undefined || cells === undefined ? {} : rowJson(layout, cells);
      this.unreadable(group, kind, draft, raw, found.missing);
      return draft;
    }
    record.key = found.key;
    record.pupilKey = group.key;
    if (group.school !== undefined) record.school = group.school;
    record.provenance = this.provenanceOf(draft.place);
    const before = this.#find(group, kind, found.key);
    if (before !== undefined) {
      // A report over several lists repeats a record for each combination
      if (sameRecord(before.record, record)) {
        joinLists(before.record, record);
        return before;
      }
      draft.issue(this.prefix, 'record-repeated', 'key', undefined);
    }
    group.byKey?.set(kind + found.key, draft);
    group.drafts.push(draft);
    return draft;
  }

  #find(group: PupilGroup, kind: string, key: string): Draft | undefined {
    const { drafts } = group;
    if (group.byKey === undefined) {
      if (drafts.length < FEW) {
        for (const { record } of drafts) {
          if (record.kind === kind && record.key === key)
            return drafts.find((draft) => draft.record === record);
        }
        return undefined;
      }
      group.byKey = new Map(
        drafts.map((draft) => [String(draft.record.kind) + String(draft.record.key), draft]),
      );
    }
    return group.byKey.get(kind + key);
  }

  unreadable(group: PupilGroup, intended: string, draft: Draft, raw: JsonValue, missing: string): void {
    this.#unreadables++;
    const standIn = new Draft('unreadable', draft.place);
    const { record } = standIn;
    record.key = `${group.key}|${intended}|${placeKey(draft.place)}|${this.#unreadables}`;
    record.pupilKey = group.key;
    record.intended = intended;
    record.raw = raw;
    if (group.school !== undefined) record.school = group.school;
    record.provenance = this.provenanceOf(draft.place);
    standIn.issues = draft.issues;
    standIn.issue(this.prefix, 'record-unreadable', missing, undefined);
    group.drafts.push(standIn);
  }

  /** A row that names no pupil is kept whole, as an error. */
  unidentified(layout: Layout, cells: readonly string[], place: Place): void {
    this.#unreadables++;
    const draft = new Draft('unreadable', place);
    const { record } = draft;
    record.key = `row|${placeKey(place)}|${this.#unreadables}`;
    record.intended = 'pupil';
    record.raw = rowJson(layout, cells);
    const { school } = this.settings.options;
    if (school !== undefined) record.school = school;
    record.provenance = this.provenanceOf(place);
    draft.issue(this.prefix, 'row-unidentified', 'upn', undefined);
    draft.finish(this.out);
  }

  /** Gives out the pupil, unless it came before with the same values, and what was gathered of it. */
  flush(group: PupilGroup, layout: Layout): void {
    const out = this.out;
    if (!group.told) {
      group.told = true;
      if (this.#isNews(group, layout)) {
        group.pupil.finish(out);
      }
    }
    for (const draft of group.drafts) draft.finish(out);
    group.drafts.length = 0;
  }

  #isNews(group: PupilGroup, layout: Layout): boolean {
    const compared = this.memory.pupils.compare(group.school, group.key, layout, group.cells);
    if (compared === 'new') {
      this.memory.pupilCount++;
      return true;
    }
    if (compared === 'same' && group.pupil.issues === undefined) {
      if (group.drafts.length === 0 && this.once('row-repeated'))
        this.issue('row-repeated', group.pupil.place);
      return false;
    }
    if (compared === 'more') group.pupil.issue(this.prefix, 'pupil-more', 'key', undefined);
    if (compared === 'different') group.pupil.issue(this.prefix, 'pupil-again', 'key', undefined);
    return true;
  }
}

function placeKey(place: Place): string {
  return place.sheet === undefined
    ? String(place.line ?? place.row ?? place.path ?? '')
    : `${place.sheet} ${place.row ?? ''}`;
}

/** A row under its headings, for what can't be read. */
function rowJson(layout: Layout, cells: readonly string[]): JsonValue {
  const raw: Record<string, JsonValue> = {};
  cells.forEach((cell, i) => {
    if (cell === '') return;
    const heading = layout.headings[i]?.trim();
    const name =
      heading === undefined || heading === '' || Object.hasOwn(raw, heading) ? `column ${i + 1}` : heading;
    Object.defineProperty(raw, name, { value: cell, enumerable: true, writable: true, configurable: true });
  });
  return raw;
}

/** Lists that a report gives one row for each entry of, with all else the same. */
const JOINED = ['phones', 'emails'];
const NOT_COMPARED = new Set(['provenance', 'key', 'pupilKey', 'school', ...JOINED]);

function joinLists(into: Record<string, unknown>, from: Readonly<Record<string, unknown>>): void {
  for (const name of JOINED) {
    const more = from[name] as readonly unknown[] | undefined;
    if (more === undefined) continue;
    const list = (into[name] ??= []) as unknown[];
    const known = new Set(list.map((entry) => JSON.stringify(entry)));
    for (const entry of more) if (!known.has(JSON.stringify(entry))) list.push(entry);
  }
}

function sameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) {
    if (NOT_COMPARED.has(name) || a[name] === b[name]) continue;
    if (JSON.stringify(a[name]) !== JSON.stringify(b[name])) return false;
  }
  return true;
}
