import type { PupilWithRecords } from '@rollbook/loader';
import type { YouthParticipation } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { compareText, recordsOf } from './records-of.js';
import { snapshotIssue } from './snapshot-issues.js';

/** Thirteen digits, of which the first three are the database's. */
export function isYoungPersonId(id: string): boolean {
  return /^\d{13}$/.test(id);
}

/**
 * The young person id of a pupil on a day: that of the latest participation record that had begun, else the id
 * `youngPersonId` of its own ids, else that of a record that begins later, else what `assignId` gives. None is ever made up
 * here.
 *
 * @throws RangeError when `assignId` gives something else than thirteen digits.
 */
export function youngPersonIdOf(
  one: PupilWithRecords,
  date: string,
  assignId?: (pupil: PupilWithRecords) => string | undefined,
): { readonly id?: string; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const participations = recordsOf(one.records, 'youth-participation')
    .filter(({ youngPersonId }) => filled(youngPersonId))
    .sort((a, b) => compareText(begun(b), begun(a)) || compareText(a.key, b.key));
  const [now, later] = [true, false].map((isNow) =>
    participations.filter((record) => (begun(record) ?? date) <= date === isNow),
  ) as [YouthParticipation[], YouthParticipation[]];
  const own = one.pupil.supplierIds?.youngPersonId;
  const told = [...now.map(idOf), own, ...later.map(idOf)].filter(filled);
  const [id] = told;
  if (id === undefined) {
    const assigned = assignId?.(one);
    if (assigned === undefined) {
      issues.push(snapshotIssue('profile-young-person-id-missing', one.pupil, { field: 'youngPersonsId' }));
      return { issues };
    }
    if (!isYoungPersonId(assigned)) throw new RangeError('assignId gave an id that isn’t thirteen digits.');
    return { id: assigned, issues };
  }
  const details = { field: 'youngPersonsId', value: id };
  if (!isYoungPersonId(id)) issues.push(snapshotIssue('profile-young-person-id-form', one.pupil, details));
  if (new Set(told).size > 1)
    issues.push(snapshotIssue('profile-young-person-id-differs', one.pupil, details));
  return { id, issues };
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function idOf({ youngPersonId }: YouthParticipation): string | undefined {
  return youngPersonId;
}

function begun({ startDate, dateAscertained }: YouthParticipation): string | undefined {
  return startDate ?? dateAscertained;
}
