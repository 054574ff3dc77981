import type { Place } from '@rollbook/model';
import type { Issue } from '../issue.js';
import type { ParseOptions } from '../parser.js';
import type { ColumnMeaning } from './fields.js';
import type { HeadingTable, ResolvedHeadings } from './headings.js';
import type { DateOrder } from './read-value.js';

/** Options that every parser of tables takes. */
export interface TableParseOptions extends ParseOptions {
  /** LAESTAB of the school that the records belong to, seven digits. A column for the school wins. */
  readonly school?: string;
  /** What columns of a school's own naming mean: heading to field, such as `{ 'Known as': 'pupil.preferredForename' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Which of day and month dates begin with; `dmy` when not given. */
  readonly dateOrder?: DateOrder;
  /** The school's own marks to DfE codes; they win over the supplier's. */
  readonly attendanceCodes?: Readonly<Record<string, string>>;
  /** Which days a string of marks covers, where its length does not tell; `calendar` when not given. */
  readonly markDays?: 'calendar' | 'weekdays';
  /** Two figures of a year that come after this one are of the last century; this year when not given. */
  readonly latestYear?: number;
  /** Names of the sheets to read; all that are visible when not given. */
  readonly sheets?: readonly string[];
}

/** What a detection looks at: the header that was found in the first 64 KB. */
export interface TableHead {
  readonly headings: readonly string[];
  /** The headings as `headingKey` gives them. */
  readonly keys: ReadonlySet<string>;
  readonly resolved: ResolvedHeadings;
  /** Title rows and names of sheets. */
  readonly text: string;
  readonly name: string | undefined;
  readonly format: 'csv' | 'xlsx' | 'ods';
}

/** What is known of a table before its first row. */
export interface TableStart {
  readonly headings: readonly string[];
  /** What each column means. */
  readonly columns: readonly (ColumnMeaning | undefined)[];
  /** Texts of the rows above the headings. */
  readonly titles: readonly string[];
  readonly options: TableParseOptions;
  readonly placeOf: (at: number) => Place;
  /** True the first time for a code and subject, over all sheets of the file. */
  readonly once: (code: string, subject?: string) => boolean;
  /** Gives out an issue that is about no record. */
  readonly tell: (issue: Issue) => void;
}

export interface PreparedRow {
  readonly cells: readonly string[];
  readonly at: number;
  readonly types?: string | undefined;
}

/** Changes rows before they are read: leaves some out, makes several of one, moves cells to columns of its own. */
export interface RowPreparer {
  /** Columns that it adds behind those of the file. */
  readonly added: readonly { readonly heading: string; readonly meaning: ColumnMeaning }[];
  row(cells: readonly string[], at: number, types?: string): readonly PreparedRow[];
  /** Rows that it held back. */
  end?(): readonly PreparedRow[];
}

/** A supplier's way with tables. */
export interface TableDialect {
  /** The parser's id; issue codes begin with it. */
  readonly id: string;
  readonly supplier: string;
  readonly title: string;
  readonly headings: HeadingTable;
  /** How sure it is that a table is the supplier's, by its headings. */
  detect(
    table: TableHead,
  ): { readonly confidence: number; readonly reason: string; readonly version?: string } | undefined;
  /** Rows with nothing in any column about the pupil belong to the pupil above: group columns are written once. */
  readonly continuation?: boolean;
  /** Texts that mean an empty cell, such as `NULL`. */
  readonly blanks?: readonly string[];
  /** Words for codes beyond the DfE's labels, by id of the code set. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The supplier's marks to DfE codes. */
  readonly attendanceCodes?: Readonly<Record<string, string>>;
  /** Reads a mark in a way of its own; undefined leaves it to the tables of codes. */
  mark?(text: string, session: 'AM' | 'PM', date: string): string | undefined;
  /**
   * Which of a pupil's ids makes the key where there is no UPN: of several, the one that is unique in the most
   * schools, whatever the order of the columns. Undefined leaves it to the names. The first column's when not given.
   */
  pupilId?(ids: Readonly<Record<string, string>>): string | undefined;
  /** Rows that are no data, such as the headers of pages. */
  skipRow?(cells: readonly string[], headings: readonly string[]): boolean;
  /** For tables whose rows can't be read as they stand; undefined for all others. Called for each table. */
  prepare?(table: TableStart): RowPreparer | undefined;
}
