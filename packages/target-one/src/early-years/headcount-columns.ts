/**
 * Columns of the headcount CSV, a format of this house: no national one exists. Read from the fields of councils' provider
 * portals (inferred; shared/formats/targets.md 4.2).
 */
export const headcountColumns = [
  'settingUrn',
  'childRef',
  'surname',
  'forename',
  'middle',
  'dob',
  'sex',
  'ethnicity',
  'address1',
  'address2',
  'address3',
  'address4',
  'address5',
  'postcode',
  'startDate',
  'endDate',
  'weeklyUniversal',
  'weeklyExtended',
  'weeklyExpanded',
  'weeks',
  'stretched',
  'eligibilityCode',
  'eyppConsent',
  'daf',
  'sen',
  'presentInCensusWeek',
  'attendsTwoSettings',
] as const;
export type HeadcountColumn = (typeof headcountColumns)[number];

/** A column that is read by an option alone, and never written: a parent's national insurance number. */
export const PARENT_NI = 'parentNI';

/** Columns without which a file is no headcount. */
export const requiredColumns = [
  'settingUrn',
  'surname',
  'forename',
  'dob',
] as const satisfies readonly HeadcountColumn[];

/** A heading in the form in which headings are told apart: letters and digits in lower case. */
export function foldHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, '');
}
