import type { ParseOptions } from '@rollbook/parser-kit';

export interface WondeParseOptions extends ParseOptions {
  /** LAESTAB of the school, seven digits; without it the file's own school counts, where it has one. */
  readonly school?: string;
  /**
   * Keys of pupils by Wonde's id, for files of attendance, exclusions or results that have no pupils: the `key` and
   * `supplierIds.id` of the pupils that an earlier file gave.
   */
  readonly pupilKeys?: Readonly<Record<string, string>>;
  /** The school's own marks to DfE codes. */
  readonly attendanceCodes?: Readonly<Record<string, string>>;
}
