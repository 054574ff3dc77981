import type { CanonicalRecord, Enrolment, Pupil } from '@rollbook/model';
import { recordReference, type Issue } from '@rollbook/parser-kit';
import { recordsOf, type TargetPupil } from '../pupils/target-pupil.js';
import { onePreviewIssues, type OnePreviewIssueCode } from './preview-issues.js';

/** An issue of a record, with its place in the school's own file. */
export function previewIssue(
  code: OnePreviewIssueCode,
  record: CanonicalRecord,
  more: { field?: string; value?: string } = {},
): Issue {
  const { severity, message, help } = onePreviewIssues[code];
  const { place } = record.provenance;
  return { code, severity, message, place, help, record: recordReference(record), ...more };
}

const NAMES = ['surname', 'forename', 'middleNames', 'preferredSurname', 'preferredForename'] as const;

/**
 * What is wrong with a pupil before anything is sent: errors that keep the pupil out, and what will be work for an officer.
 * Rules of targets.md 1.9 that need one pupil alone.
 */
export function checkPupil(one: TargetPupil): Issue[] {
  const { pupil } = one;
  const issues: Issue[] = [];
  const lacks = (value: string | undefined): boolean => value === undefined || value.trim() === '';
  if (lacks(pupil.surname)) issues.push(previewIssue('one-surname-missing', pupil, { field: 'surname' }));
  if (lacks(pupil.forename)) issues.push(previewIssue('one-forename-missing', pupil, { field: 'forename' }));
  if (lacks(pupil.birthDate))
    issues.push(previewIssue('one-birth-date-missing', pupil, { field: 'birthDate' }));
  if (pupil.sex !== 'F' && pupil.sex !== 'M')
    issues.push(
      previewIssue('one-sex-unknown', pupil, {
        field: 'sex',
        ...(pupil.sex === undefined ? {} : { value: pupil.sex }),
      }),
    );
  for (const field of NAMES) {
    const value = pupil[field];
    if (value !== undefined && /^\s|\s$|\s{2}/.test(value))
      issues.push(previewIssue('one-name-spaces', pupil, { field, value }));
  }
  if (one.guid === null) issues.push(previewIssue('one-guid-missing', pupil));
  if (isFreeText(pupil)) issues.push(previewIssue('one-address-free-text', pupil, { field: 'address' }));
  const enrolments = recordsOf(one, 'enrolment');
  for (const enrolment of enrolments) {
    if (enrolment.leavingDate !== undefined && lacks(enrolment.leavingReason))
      issues.push(previewIssue('one-leaving-reason-missing', enrolment, { field: 'leavingReason' }));
  }
  issues.push(...attendanceOutside(one, enrolments));
  return issues;
}

function isFreeText({ address }: Pupil): boolean {
  if (address === undefined || address.uprn !== undefined) return false;
  return address.paon === undefined && address.street === undefined && (address.lines?.length ?? 0) > 0;
}

/** The first mark outside every registration at the school, and how many there are. */
function attendanceOutside(one: TargetPupil, enrolments: readonly Enrolment[]): Issue[] {
  const here = enrolments.filter(
    ({ current, attended }) => current === true || (attended !== undefined && attended === one.school),
  );
  // Without a date of entry nobody can tell.
  if (here.length === 0 || here.some(({ entryDate }) => entryDate === undefined)) return [];
  const outside = recordsOf(one, 'attendance-mark').filter(
    ({ date, code }) =>
      code !== '-' &&
      code !== '#' &&
      !here.some(
        ({ entryDate = '', leavingDate }) =>
          entryDate <= date && (leavingDate === undefined || date <= leavingDate),
      ),
  );
  const [first] = outside;
  if (!first) return [];
  return [
    previewIssue('one-attendance-outside-enrolment', first, {
      field: 'date',
      value: `${outside.length} from ${first.date}`,
    }),
  ];
}

/** Whether the school says that the pupil's main registration is with it, on a day. */
export function hasOpenMainEnrolment(one: TargetPupil, day: string): boolean {
  return recordsOf(one, 'enrolment').some(
    ({ current, status, leavingDate }) =>
      current === true &&
      (status === undefined || status === 'C' || status === 'M') &&
      (leavingDate === undefined || leavingDate >= day),
  );
}
