/** Years that the co-ordinated admissions files know: the first intake with a series of the present form. */
const FIRST_INTAKE = 2011;
const BEFORE_SERIES = 2004;

/**
 * Series number of a round: the year of intake less 2004, so 23 for September 2027. Source: DfE, co-ordinated admissions
 * series 7 (2011) to 23 (2027).
 *
 * @throws RangeError for a year before 2011 or after 2103.
 */
export function admissionsSeries(intakeYear: number): number {
  if (!Number.isInteger(intakeYear) || intakeYear < FIRST_INTAKE || intakeYear > BEFORE_SERIES + 99)
    throw new RangeError('The year of intake is that of its September, 2011 or later.');
  return intakeYear - BEFORE_SERIES;
}

/** Version text of a series' files: `23.0`, and `23.1` where the DfE issued it anew. */
export function admissionsVersion(intakeYear: number, issue: 0 | 1 = 0): string {
  return `${admissionsSeries(intakeYear)}.${issue}`;
}

/** The intake that a version text is of, such as 2027 of `23.0`; undefined when it is of none. */
export function intakeOfVersion(version: string): number | undefined {
  const found = /^(\d{1,2})(?:\.\d)?$/.exec(version.trim());
  const intake = Number(found?.[1]) + BEFORE_SERIES;
  return found !== null && intake >= FIRST_INTAKE ? intake : undefined;
}

/**
 * Whether the two digits of a year in a file's name may be of a round: DfE publishes series 23 for September 2027, while a
 * supplier ties it to 26, which most likely is the year in which the round opens (inferred). Either is taken.
 */
export function isYearOfRound(digits: string, intakeYear: number): boolean {
  return [intakeYear - 1, intakeYear].some((year) => String(year % 100).padStart(2, '0') === digits);
}
