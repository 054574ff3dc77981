import { academicYearOf, formatLaestab, type Place, pupilKey, schoolKey } from '@rollbook/model';
import type { Item } from '../item.js';
import type { ApplyContext } from './apply-cell.js';
import { Draft } from './draft.js';
import type { ColumnMeaning } from './fields.js';
import { resolveHeadings } from './headings.js';
import { type Column, createLayout, type ItemGroup, type Layout } from './layout.js';
import { MarkCodes } from './mark-codes.js';
import { readMarkString } from './marks.js';
import { isTotal, repeatsHeader } from './no-data.js';
import { type PupilGroup, RecordSink, type TableReaderSettings } from './record-sink.js';
import type { TableDialect } from './table-dialect.js';
import type { TableIssueCode } from './table-issues.js';
import { dateSettings, ownMeanings } from './table-options.js';

/** Records of one pupil that are held before they are given out in parts. */
const MOST_TOGETHER = 20_000;
/** Characters in the code of a mark. */
const LONGEST_MARK = 40;
/** Schools that are told one by one. */
const MOST_SCHOOLS = 20_000;

/**
 * Reads the rows of one table into items. Rows of one pupil that follow each other become one pupil with all records;
 * repeated records are given once. Call {@link header}, then {@link row} for each row, and {@link take} what is done.
 */
export class TableReader {
  readonly #dialect: TableDialect;
  readonly #settings: TableReaderSettings;
  readonly #sink: RecordSink;
  readonly #blanks: ReadonlySet<string> | undefined;
  readonly #own: ReadonlyMap<string, ColumnMeaning>;
  readonly #marks: MarkCodes;
  #layout: Layout | undefined;
  #group: PupilGroup | undefined;

  constructor(settings: TableReaderSettings) {
    const { dialect, options } = settings;
    this.#settings = settings;
    this.#dialect = dialect;
    this.#sink = new RecordSink(settings);
    this.#blanks = dialect.blanks === undefined ? undefined : new Set(dialect.blanks);
    this.#own = ownMeanings(options);
    this.#marks = new MarkCodes(dialect, options);
  }

  /** Takes the headings; again later, with columns added behind, when more become known. */
  header(headings: readonly string[]): void {
    const { options, text, meanings } = this.#settings;
    const columns =
      meanings?.(headings) ??
      resolveHeadings(this.#dialect.headings, headings, {
        own: this.#own,
        ...(text === undefined ? {} : { text }),
      }).columns;
    const context: ApplyContext = {
      prefix: this.#sink.prefix,
      dates: dateSettings(options, this.#settings.dates1904 ?? false),
      codes: this.#dialect.codes,
      once: this.#sink.once,
    };
    this.#layout = createLayout(headings, columns, context);
  }

  get layout(): Layout | undefined {
    return this.#layout;
  }

  /** Items that are complete. */
  take(): readonly Item[] {
    const out = this.#sink.out;
    this.#sink.out = [];
    return out;
  }

  /** Number of items that wait to be taken. */
  get waiting(): number {
    return this.#sink.out.length;
  }

  /** An issue of the whole file. */
  issue(code: TableIssueCode, place: Place, details: { field?: string; value?: string } = {}): void {
    this.#sink.issue(code, place, details);
  }

  row(cells: readonly string[], at: number, types?: string): void {
    const layout = this.#layout;
    if (layout === undefined) throw new Error('header() comes before row()');
    const first = cells.find((cell) => cell !== '');
    if (first === undefined) return;
    if (this.#dialect.skipRow?.(cells, layout.headings) === true) return;
    if (repeatsHeader(layout.headings, cells)) {
      if (this.#sink.once('header-repeated')) this.issue('header-repeated', this.#settings.placeOf(at));
      return;
    }
    if (isTotal(layout, cells, first)) {
      this.issue('row-total', this.#settings.placeOf(at));
      return;
    }
    const group = this.#group;
    if (group !== undefined && this.#continues(layout, group, cells)) {
      this.#again(layout, group, cells, at);
      this.#items(layout, group, cells, at, this.#settings.placeOf(at), types);
    } else {
      this.#finish();
      this.#begin(layout, cells, at, types);
    }
    if (this.#group !== undefined && this.#group.drafts.length >= MOST_TOGETHER)
      this.#sink.flush(this.#group, layout);
  }

  /** The pupil in hand is complete. */
  end(): void {
    this.#finish();
  }

  #text(cells: readonly string[], index: number): string {
    const cell = cells[index];
    if (cell === undefined || cell === '') return '';
    const last = cell.length - 1;
    let text = cell;
    if (isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(last))) text = cell.trim();
    return this.#blanks?.has(text) === true ? '' : text;
  }

  /** Same words in all columns that say whose the row is, or none in any column about the pupil. */
  #continues(layout: Layout, group: PupilGroup, cells: readonly string[]): boolean {
    let blank = this.#dialect.continuation === true;
    let same = layout.identity.length > 0;
    for (const index of layout.identity) {
      const cell = cells[index] ?? '';
      if (cell !== '') blank = false;
      if (cell !== (group.cells[index] ?? '')) same = false;
      if (!same && !blank) return false;
    }
    if (same && !blank) return true;
    if (!blank) return false;
    for (const { index } of layout.pupil) if ((cells[index] ?? '') !== '') return false;
    for (const { index } of layout.enrolment) if ((cells[index] ?? '') !== '') return false;
    return layout.items.some(({ columns }) => columns.some(({ index }) => (cells[index] ?? '') !== ''));
  }

  #apply(columns: readonly Column[], draft: Draft, cells: readonly string[]): boolean {
    let any = false;
    for (const column of columns) {
      const text = this.#text(cells, column.index);
      if (text === '') continue;
      any = true;
      column.apply(draft, text);
    }
    return any;
  }

  #begin(layout: Layout, cells: readonly string[], at: number, types?: string): void {
    const place = this.#settings.placeOf(at);
    const school =
      layout.school.length === 0 ? this.#settings.options.school : this.#school(layout, cells, place);
    const pupil = new Draft('pupil', place);
    this.#apply(layout.pupil, pupil, cells);
    const enrolment = layout.enrolment.length === 0 ? undefined : new Draft('enrolment', place);
    const registered = enrolment !== undefined && this.#apply(layout.enrolment, enrolment, cells);
    const key = this.#pupilKey(pupil.record, enrolment?.record);
    if (key === undefined) {
      this.#sink.unidentified(layout, cells, place);
      return;
    }
    const { record } = pupil;
    record.key = key;
    if (school !== undefined) record.school = school;
    record.provenance = this.#sink.provenanceOf(place);
    const group: PupilGroup = { pupil, key, cells, school, drafts: [], byKey: undefined, told: false };
    this.#group = group;
    if (registered) this.#registration(layout, group, enrolment, cells);
    this.#items(layout, group, cells, at, place, types);
  }

  #pupilKey(
    record: Record<string, unknown>,
    enrolment: Record<string, unknown> | undefined,
  ): string | undefined {
    const ids = record.supplierIds as Record<string, string> | undefined;
    let supplierId: string | undefined;
    if (record.upn === undefined) {
      if (ids !== undefined) {
        if (this.#dialect.pupilId !== undefined) supplierId = this.#dialect.pupilId(ids);
        else for (const name in ids) supplierId ??= ids[name];
      }
      const admission = enrolment?.admissionNumber as string | undefined;
      if (supplierId === undefined && admission !== undefined) supplierId = `admission ${admission}`;
    }
    return pupilKey({
      upn: record.upn as string | undefined,
      supplierId,
      surname: record.surname as string | undefined,
      forename: record.forename as string | undefined,
      birthDate: record.birthDate as string | undefined,
      sex: record.sex as string | undefined,
    });
  }

  /**
   * A form or admission number beside a mark says who the pupil is and no more: as a registration without a date it
   * would stand in a store beside the one with its date.
   */
  #isRegistration(layout: Layout, record: Readonly<Record<string, unknown>>): boolean {
    const { entryDate, leavingDate, current, attended, attendedName, attendedUrn } = record;
    if (
      [entryDate, leavingDate, current, attended, attendedName, attendedUrn].some(
        (value) => value !== undefined,
      )
    ) {
      return true;
    }
    if (layout.extensionsToItem) return false;
    if (layout.items.length === 0) return true;
    // A list of applicants or of a service's clients is no roll: a year group in it puts nobody on one.
    if (layout.items.some(({ kind }) => SERVICE_KINDS.has(kind))) return false;
    for (const name in record) if (name !== 'kind' && name !== 'admissionNumber') return true;
    return false;
  }

  #registration(layout: Layout, group: PupilGroup, enrolment: Draft, cells: readonly string[]): void {
    const { school } = group;
    if (!this.#isRegistration(layout, enrolment.record)) {
      for (const { index, heading } of layout.enrolment) {
        const text = this.#text(cells, index);
        if (text !== '') group.pupil.keep(heading, text);
      }
      if (enrolment.issues !== undefined) (group.pupil.issues ??= []).push(...enrolment.issues);
      return;
    }
    const { record } = enrolment;
    const elsewhere = record.attendedName !== undefined || record.attendedUrn !== undefined;
    if (school !== undefined && !elsewhere) record.attended ??= school;
    // A column that was not understood says something; and of another school the row is no current registration
    if (record.current === undefined && enrolment.sent?.current === undefined) {
      if (elsewhere || record.attended !== school) record.current = false;
      else if (record.leavingDate === undefined) record.current = true;
    }
    this.#sink.put(group, 'enrolment', enrolment);
  }

  #school(layout: Layout, cells: readonly string[], place: Place): string | undefined {
    const draft = new Draft('school', place);
    this.#apply(layout.school, draft, cells);
    const { record } = draft;
    let laestab = record.laestab as string | undefined;
    const la = record.la as string | undefined;
    const establishment = record.establishment as string | undefined;
    if (laestab === undefined && establishment !== undefined) {
      laestab = formatLaestab(la ?? this.#settings.options.school?.slice(0, 3) ?? '', establishment);
      if (laestab === undefined)
        draft.issue(this.#sink.prefix, 'school-unreadable', 'establishment', undefined, establishment);
    }
    laestab ??= this.#settings.options.school;
    const urn = record.urn as string | undefined;
    const name = record.name as string | undefined;
    const key = schoolKey({ laestab, urn, name });
    if (key === undefined || this.#sink.memory.schools.has(key)) return laestab;
    if (this.#sink.memory.schools.size < MOST_SCHOOLS) this.#sink.memory.schools.add(key);
    delete record.laestab;
    record.key = key;
    if (laestab !== undefined) {
      record.school = laestab;
      record.la = laestab.slice(0, 3);
      record.establishment = laestab.slice(3);
    }
    record.provenance = this.#sink.provenanceOf(place);
    draft.finish(this.#sink.out);
    return laestab;
  }

  /** A later row of the pupil in hand: lists grow, and what differs is told. */
  #again(layout: Layout, group: PupilGroup, cells: readonly string[], at: number): void {
    for (const column of layout.pupil) {
      const cell = cells[column.index] ?? '';
      if (cell === '' || cell === (group.cells[column.index] ?? '')) continue;
      const text = this.#text(cells, column.index);
      if (text === '') continue;
      const { field } = column.meaning;
      const name = field.slice('pupil.'.length);
      if (
        [
          'phones',
          'emails',
          'languages',
          'nationalities',
          'disabilities',
          'medicalConditions',
          'formerUpns',
          'formerSurnames',
        ].includes(name)
      ) {
        column.apply(group.pupil, text);
      } else if ((group.cells[column.index] ?? '') === '') column.apply(group.pupil, text);
      else {
        group.pupil.place = this.#settings.placeOf(at);
        group.pupil.keep(column.heading, text);
        group.pupil.issue(this.#sink.prefix, 'pupil-differs', name, column.heading, text);
      }
    }
    for (const column of layout.enrolment) {
      const cell = cells[column.index] ?? '';
      if (cell === '' || cell === (group.cells[column.index] ?? '')) continue;
      const enrolment = new Draft('enrolment', this.#settings.placeOf(at));
      this.#apply(layout.enrolment, enrolment, cells);
      this.#registration(layout, group, enrolment, cells);
      return;
    }
  }

  #items(
    layout: Layout,
    group: PupilGroup,
    cells: readonly string[],
    at: number,
    place: Place,
    types?: string,
  ): void {
    const { items, extensions } = layout;
    let last: Draft | undefined;
    const given = new Set<ItemGroup['kind']>();
    for (const item of items) {
      if (item.alone && given.has(item.kind)) continue;
      if (item.kind === 'marks') {
        this.#markString(item, group, cells, at);
        continue;
      }
      const draft = new Draft(item.kind, place);
      if (!this.#apply(item.columns, draft, cells)) continue;
      if (item.number !== undefined) {
        if (item.kind === 'contact') draft.record.priority ??= item.number;
        if (item.kind === 'sen-need') draft.record.rank ??= item.number;
        if (item.kind === 'admission-application') draft.record.preference ??= item.number;
      }
      if (item.shared) this.#apply(item.shared, draft, cells);
      given.add(item.kind);
      this.#complete(item, draft, group);
      last = this.#sink.put(group, item.kind, draft, layout, cells);
    }
    const target = layout.extensionsToItem && last !== undefined ? last : group.pupil;
    for (const { index, heading, known, named } of extensions) {
      const text = this.#text(cells, index);
      if (text === '') continue;
      target.keep(heading, text);
      if (!known && this.#sink.once('column-unknown', heading)) {
        this.issue(
          named ? 'column-unknown' : 'column-unnamed',
          { ...place, columnName: heading },
          { field: heading },
        );
      }
    }
    if (cells.length > layout.headings.length) this.#surplus(layout, group, cells, at);
    if (types !== undefined && (types.includes('e') || types.includes('f')))
      this.#cellFaults(layout, group, cells, at, types);
  }

  #surplus(layout: Layout, group: PupilGroup, cells: readonly string[], at: number): void {
    let told = false;
    for (let i = layout.headings.length; i < cells.length; i++) {
      const text = this.#text(cells, i);
      if (text === '') continue;
      group.pupil.keep(`column ${i + 1}`, text);
      if (!told) {
        group.pupil.place = this.#settings.placeOf(at);
        group.pupil.issue(this.#sink.prefix, 'row-too-long', 'row', undefined);
      }
      told = true;
    }
  }

  #cellFaults(layout: Layout, group: PupilGroup, cells: readonly string[], at: number, types: string): void {
    for (let i = 0; i < types.length; i++) {
      const type = types.charAt(i);
      if (type !== 'e' && type !== 'f') continue;
      const heading = layout.headings[i] ?? `column ${i + 1}`;
      group.pupil.place = this.#settings.placeOf(at);
      group.pupil.issue(
        this.#sink.prefix,
        type === 'e' ? 'cell-error' : 'formula-without-value',
        heading,
        heading,
        cells[i],
      );
    }
  }

  /** What a kind needs beside its columns. */
  #complete(item: ItemGroup, draft: Draft, group: PupilGroup): void {
    const { record } = draft;
    if (item.kind === 'attendance-mark') this.#mark(draft);
    if (item.kind === 'attendance-summary') {
      const { period } = this.#settings;
      if (record.startDate === undefined && record.academicYear === undefined && period !== undefined) {
        record.startDate = period.startDate;
        record.endDate ??= period.endDate;
      }
      const start = record.startDate as string | undefined;
      if (record.academicYear === undefined && start !== undefined)
        record.academicYear = academicYearOf(start);
    }
    if (group.school !== undefined) record.school = group.school;
  }

  #mark(draft: Draft): void {
    const { record } = draft;
    const code = record.code as string | undefined;
    if (code === undefined) return;
    const read = this.#marks.codeOf(
      code,
      record.session as 'AM' | 'PM' | undefined,
      record.date as string | undefined,
    );
    if (read === code) return;
    record.code = read;
    (draft.sent ??= {}).code = code;
  }

  #markString(item: ItemGroup, group: PupilGroup, cells: readonly string[], at: number): void {
    const place = this.#settings.placeOf(at);
    const whole = new Draft('marks', place);
    let codes: string | undefined;
    for (const column of item.columns) {
      const { field, parameter } = column.meaning;
      const cell = cells[column.index] ?? '';
      if (field === 'marks.session') {
        const text = this.#text(cells, column.index);
        if (text !== '' && parameter !== undefined) {
          this.#putMark(group, parameter.slice(0, 10), parameter.slice(11) as 'AM' | 'PM', text, place);
        }
      } else if (field === 'marks.codes') {
        // Spaces are sessions too
        if (cell.trim() !== '') codes = cell;
      } else {
        const text = this.#text(cells, column.index);
        if (text !== '') column.apply(whole, text);
      }
    }
    if (codes === undefined) return;
    const startDate = whole.record.startDate as string | undefined;
    if (startDate === undefined) {
      this.#sink.unreadable(group, 'attendance-mark', whole, { codes }, 'startDate');
      return;
    }
    const { marks, fits } = readMarkString(codes, startDate, {
      endDate: whole.record.endDate as string | undefined,
      startSession: whole.record.startSession as 'AM' | 'PM' | undefined,
      days: this.#settings.options.markDays ?? 'calendar',
    });
    if (!fits) {
      group.pupil.place = place;
      group.pupil.issue(this.#sink.prefix, 'marks-length', 'marks', undefined);
    }
    for (const { date, session, code } of marks) this.#putMark(group, date, session, code, place);
  }

  #putMark(group: PupilGroup, date: string, session: 'AM' | 'PM', sent: string, place: Place): void {
    const draft = new Draft('attendance-mark', place);
    const { record } = draft;
    record.date = date;
    record.session = session;
    const code = this.#marks.codeOf(sent, session, date);
    record.code = code;
    if (code !== sent) draft.sent = { code: sent };
    if (group.school !== undefined) record.school = group.school;
    if (code.length > LONGEST_MARK) {
      this.#sink.unreadable(group, 'attendance-mark', draft, { date, session, code: sent }, 'code');
      return;
    }
    this.#sink.put(group, 'attendance-mark', draft);
  }

  #finish(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group !== undefined) this.#sink.flush(group, this.#layout as Layout);
  }
}

const SERVICE_KINDS: ReadonlySet<ItemGroup['kind']> = new Set([
  'admission-application',
  'early-years-funding',
  'youth-participation',
]);

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff;
}
