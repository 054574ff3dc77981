import type { CanonicalRecord } from '@rollbook/model';
import type { SnapshotOptions } from '../snapshot-options.js';
import { youngPersonOf, type YoungPersonSnapshot } from '../young-person-of.js';
import { enrolment, withRecords } from './pupils.js';

export const DATE = '2026-10-31';
export const options: SnapshotOptions = { leadLa: '856' };
export const everything: SnapshotOptions = {
  ...options,
  ethnicity: 'include',
  sen: 'include',
  characteristics: 'include',
};
export const school = enrolment('8554001', '2021-09-01', { current: true, attendedName: 'Invented School' });

export const codes = (snapshot: YoungPersonSnapshot): string[] => snapshot.issues.map(({ code }) => code);

/** The snapshot of a pupil with these records, with no option but the authority that leads. */
export const of = (
  records: readonly CanonicalRecord[],
  more: Partial<SnapshotOptions> = {},
  date = DATE,
): YoungPersonSnapshot => youngPersonOf(withRecords(records), date, { ...options, ...more });
