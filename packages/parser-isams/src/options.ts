import type { TableParseOptions } from '@rollbook/parser-kit';

/** What a school or its authority knows and an iSAMS file doesn't say. */
export interface IsamsMapOptions {
  /** LAESTAB of the school, seven digits. iSAMS's files don't name it. */
  readonly school?: string;
  /**
   * DfE attendance codes by the school's own registration or present code, or by its name: `{ '*': 'V' }`. They come
   * before what the file says and before the default table.
   */
  readonly registrationCodes?: Readonly<Record<string, string>>;
  /**
   * Names or ids of the registration periods that are statutory sessions, where periods don't say so by their names;
   * with it, no other period counts.
   */
  readonly statutoryPeriods?: readonly string[];
  /**
   * Types of conduct or detention records that are exclusions, with the DfE category: `{ Suspension: 'SUSP' }`. iSAMS
   * has no list of exclusions, so without it none is read.
   */
  readonly exclusionTypes?: Readonly<Record<string, string>>;
  /** Keys of pupils by `SchoolId` or `Id`, for a file that has marks or contacts and no pupils. */
  readonly pupilKeys?: ReadonlyMap<string, string>;
}

/** With those of tables, which count for CSV and workbooks only. */
export interface IsamsParseOptions extends TableParseOptions, IsamsMapOptions {}
