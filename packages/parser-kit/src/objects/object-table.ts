import type { FileProvenance, Place } from '@rollbook/model';
import { type Issue } from '../issue.js';
import { type Item } from '../item.js';
import {
  type ColumnMeaning,
  type HeadingTable,
  headingKey,
  parseFieldKey,
  type PreparedRow,
  resolveHeadings,
  type RowPreparer,
  type TableDialect,
  type TableField,
  type TableMemory,
  type TableParseOptions,
  TableReader,
} from '../table/index.js';
import type { Entry } from './flatten-object.js';

/** Further members of the objects of one list are kept together, under this heading. */
const MOST_HEADINGS = 1_000;
const MORE = 'more members';
/** Objects, and characters of them, that are looked at before the first is read. */
const FIRST_OBJECTS = 50;
const FIRST_LENGTH = 1_000_000;
const WHO = new Set<TableField>([
  'pupil.upn',
  'pupil.surname',
  'pupil.fullName',
  'pupil.supplierIds',
  'enrolment.admissionNumber',
]);

/** One object of a list, flattened. */
export interface ObjectRow {
  readonly entries: readonly Entry[];
  readonly place: Place;
}

export interface ObjectTableSettings {
  readonly dialect: TableDialect;
  readonly file: FileProvenance;
  readonly options: TableParseOptions;
  /** Shared by the lists of a file. */
  readonly once: (code: string, subject?: string) => boolean;
  readonly memory: TableMemory;
  /** What the list is called, which is evidence for what it holds. */
  readonly name: string;
  /** The dialect's when not given. */
  readonly headings?: HeadingTable | undefined;
  /** Supplier's ids that are of a school, and name no pupil. */
  readonly schoolIds?: readonly string[] | undefined;
}

/** A list of objects, read as a table whose headings become known as the objects come. */
export class ObjectTable {
  readonly #settings: ObjectTableSettings;
  readonly #index = new Map<string, number>();
  readonly #headings: string[] = [];
  readonly #own: ReadonlyMap<string, ColumnMeaning>;
  readonly #told: Issue[] = [];
  /** The first objects, until enough are known of the members that they have. */
  #waiting: ObjectRow[] | undefined = [];
  #weight = 0;
  /** Of the row in hand. */
  #place: Place = {};
  #reader: TableReader | undefined;
  #preparer: RowPreparer | undefined;

  constructor(settings: ObjectTableSettings) {
    this.#settings = settings;
    this.#own = new Map(
      Object.entries(settings.options.aliases ?? {}).map(([heading, field]) => [
        headingKey(heading),
        parseFieldKey(field),
      ]),
    );
  }

  /** Reads objects; gives items in groups, each with all of one pupil that is complete. */
  *read(objects: readonly ObjectRow[]): Generator<readonly Item[], void, undefined> {
    for (const object of objects) {
      if (this.#waiting === undefined) {
        yield* this.#object(object);
        continue;
      }
      this.#waiting.push(object);
      for (const [heading, text] of object.entries) {
        if (text !== '') this.#column(heading);
        this.#weight += heading.length + text.length;
      }
      if (this.#waiting.length >= FIRST_OBJECTS || this.#weight >= FIRST_LENGTH) yield* this.#start();
    }
  }

  /** The pupil in hand is complete. */
  *end(): Generator<readonly Item[], void, undefined> {
    yield* this.#start();
    yield* this.#finish();
  }

  *#start(): Generator<readonly Item[], void, undefined> {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined || waiting.length === 0) return;
    this.#begin();
    for (const object of waiting) yield* this.#object(object);
  }

  *#object({ entries, place }: ObjectRow): Generator<readonly Item[], void, undefined> {
    const before = this.#headings.length;
    const cells = this.#cells(entries);
    if (this.#headings.length > before) {
      // The pupil in hand ends here: rows by the new headings are of other columns
      yield* this.#finish();
      this.#begin();
    }
    this.#place = place;
    if (this.#reader === undefined) yield* this.#leftOut(place);
    else yield* this.#put(this.#preparer?.row(cells, 1) ?? [{ cells, at: 1 }]);
  }

  *#finish(): Generator<readonly Item[], void, undefined> {
    const reader = this.#reader;
    if (reader === undefined) return;
    yield* this.#put(this.#preparer?.end?.() ?? []);
    reader.end();
    const items = [...reader.take(), ...this.#told.splice(0)];
    if (items.length > 0) yield items;
  }

  *#put(rows: readonly PreparedRow[]): Generator<readonly Item[], void, undefined> {
    const reader = this.#reader as TableReader;
    for (const { cells, at } of rows) {
      reader.row(cells, at);
      if (reader.waiting > 0) yield [...reader.take(), ...this.#told.splice(0)];
    }
  }

  /** Two members of one heading (`a.b`, and `b` of `a`) each have a column. */
  #cells(entries: readonly Entry[]): string[] {
    const cells = new Array<string>(this.#headings.length).fill('');
    for (const [heading, text] of entries) {
      if (text === '') continue;
      let index = this.#column(heading);
      if (cells[index] !== undefined && cells[index] !== '') index = this.#column(`${heading} (again)`);
      while (cells.length <= index) cells.push('');
      cells[index] = this.#headings[index] === MORE ? `${cells[index]}${heading}: ${text}\n` : text;
    }
    return cells;
  }

  #column(heading: string): number {
    const known = this.#index.get(heading);
    if (known !== undefined) return known;
    const name = this.#headings.length >= MOST_HEADINGS ? MORE : heading;
    const index = this.#index.get(name) ?? this.#headings.length;
    if (index === this.#headings.length) {
      this.#headings.push(name);
      this.#index.set(name, index);
    }
    return index;
  }

  #begin(): void {
    const { dialect, file, options, once, memory, name, headings = dialect.headings } = this.#settings;
    const text = `${name}\n${file.name ?? ''}`;
    const { columns } = resolveHeadings(headings, this.#headings, { text, own: this.#own });
    const { schoolIds = [] } = this.#settings;
    const isWho = (meaning: ColumnMeaning | undefined): boolean =>
      meaning !== undefined && WHO.has(meaning.field) && !schoolIds.includes(meaning.parameter ?? '');
    if (!columns.some(isWho)) return;
    const placeOf = (): Place => this.#place;
    this.#preparer = dialect.prepare?.({
      headings: [...this.#headings],
      columns,
      titles: [name],
      options,
      placeOf,
      once,
      tell: (issue) => this.#told.push(issue),
    });
    const added = this.#preparer?.added ?? [];
    const meanings = [...columns, ...added.map(({ meaning }) => meaning)];
    const reader = new TableReader({
      dialect,
      file,
      options,
      placeOf,
      text,
      once,
      memory,
      meanings: () => meanings,
    });
    reader.header([...this.#headings, ...added.map(({ heading }) => heading)]);
    if (options.school === undefined && reader.layout?.school.length === 0 && once('school-missing')) {
      reader.issue('school-missing', {});
    }
    this.#reader = reader;
  }

  *#leftOut(place: Place): Generator<readonly Item[], void, undefined> {
    const { dialect, once, name } = this.#settings;
    if (!once('list-left-out', name)) return;
    yield [
      {
        code: `${dialect.id}-list-left-out`,
        severity: 'info',
        message: 'A list was left out, since its objects name no pupil.',
        help: 'Nothing to do, when the list holds no pupils.',
        place,
        field: name === '' ? 'list' : name,
      },
    ];
  }
}
