import type { OneOutcome, PreviewedPupil } from './one-preview.js';

/** Counts of one school. */
export interface SchoolPreview {
  /** LAESTAB; null for pupils under no school. */
  readonly school: string | null;
  pupils: number;
  /** The sum is `pupils`. */
  readonly outcomes: Record<OneOutcome, number>;
  /** Conflicts by field of the pupil, or kind of record. */
  readonly conflicts: Record<string, number>;
  /** Values that would be written, by field or kind. */
  readonly written: Record<string, number>;
  /** Issues by code. */
  readonly issues: Record<string, number>;
}

export interface OnePreviewSummary {
  /** In the order in which they were met. */
  readonly schools: SchoolPreview[];
}

export const emptySummary = (): OnePreviewSummary => ({ schools: [] });

export function addPreview(
  { schools }: OnePreviewSummary,
  { pupil, outcome, items, issues }: PreviewedPupil,
): void {
  let school = schools.find((one) => one.school === pupil.school);
  if (!school) {
    const outcomes = { matched: 0, 'with-conflicts': 0, unmatched: 0, added: 0, hidden: 0, rejected: 0 };
    school = { school: pupil.school, pupils: 0, outcomes, conflicts: {}, written: {}, issues: {} };
    schools.push(school);
  }
  school.pupils++;
  school.outcomes[outcome]++;
  for (const { decision, field, kind } of items) {
    if (decision === 'conflict') addOne(school.conflicts, field ?? kind);
    else if (decision === 'write') addOne(school.written, field ?? kind);
  }
  for (const { code } of issues) addOne(school.issues, code);
}

function addOne(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
