import type { PupilWithRecords } from '@rollbook/loader';
import { isIsoDate, type CanonicalRecord, type Enrolment, type YouthParticipation } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { isLeadLa } from '../codes/nccis-las.js';
import { enrolmentOn } from './enrolment-on.js';
import { recordsOf } from './records-of.js';
import { snapshotIssue, type SnapshotIssueCode } from './snapshot-issues.js';
import type { SnapshotOptions } from './snapshot-options.js';

/** Groups of fields that were there and no option named, or that are protected. */
export const withheldGroups = ['ethnicity', 'sen', 'characteristics', 'address'] as const;
export type WithheldGroup = (typeof withheldGroups)[number];

/** One pupil's snapshot in the making: what its parts are read from, and what they have to say. */
export interface SnapshotDraft {
  readonly one: PupilWithRecords;
  readonly date: string;
  readonly options: SnapshotOptions;
  readonly history: readonly YouthParticipation[];
  readonly enrolments: readonly Enrolment[];
  /** That of the day. */
  readonly enrolment: Enrolment | undefined;
  readonly leadLa: string | undefined;
  readonly issues: Issue[];
  readonly withheld: WithheldGroup[];
  /** Adds an issue, about the pupil when no other record is named. */
  readonly tell: (code: SnapshotIssueCode, field: string, value?: string, about?: CanonicalRecord) => void;
}

/** @throws RangeError when `date` is no day, or the option `leadLa` is no English authority. */
export function createDraft(one: PupilWithRecords, date: string, options: SnapshotOptions): SnapshotDraft {
  if (!isIsoDate(date)) throw new RangeError('A snapshot is of a day, YYYY-MM-DD.');
  if (typeof options.leadLa === 'string' && !isLeadLa(options.leadLa))
    throw new RangeError('The option leadLa is the number of an English authority, three digits.');
  const issues: Issue[] = [];
  const tell: SnapshotDraft['tell'] = (code, field, value, about = one.pupil) => {
    issues.push(snapshotIssue(code, about, { field, value }));
  };
  const lead = typeof options.leadLa === 'string' ? options.leadLa : options.leadLa(one);
  const leadLa = lead !== undefined && isLeadLa(lead) ? lead : undefined;
  if (leadLa === undefined) tell('profile-lead-la', 'leadLea', lead);
  const enrolments = recordsOf(one.records, 'enrolment');
  return {
    one,
    date,
    options,
    history: recordsOf(one.records, 'youth-participation'),
    enrolments,
    enrolment: enrolmentOn(enrolments, date),
    leadLa,
    issues,
    withheld: [],
    tell,
  };
}

/** The fields that have a value. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
