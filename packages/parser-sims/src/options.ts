import type { TableParseOptions } from '@rollbook/parser-kit';

/** What a column of a marksheet is a result of; each is a field of `assessment-result`. */
export interface SimsResultColumn {
  readonly stage?: string;
  readonly subject?: string;
  readonly method?: string;
  readonly component?: string;
  readonly resultQualifier?: string;
  readonly resultStatus?: string;
  /** The year in which the school year starts. */
  readonly academicYear?: number;
  /** `YYYY-MM-DD`. */
  readonly resultDate?: string;
}

export interface SimsParseOptions extends TableParseOptions {
  /**
   * Columns of a marksheet that are results, by their heading: `{ 'Mock Exam Result Y10 EXAM': { subject: 'MAT' } }`.
   * The heading itself becomes the `method` where none is given. Columns that begin with a key stage and a subject
   * (`KS2 Reading`) are known without.
   */
  readonly results?: Readonly<Record<string, SimsResultColumn>>;
}
