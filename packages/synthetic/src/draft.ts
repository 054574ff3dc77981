import {
  type AssessmentResult,
  assessmentResultKey,
  type AttendanceMark,
  attendanceMarkKey,
  type AttendanceSummary,
  attendanceSummaryKey,
  type CanonicalRecord,
  type Contact,
  contactKey,
  type Enrolment,
  enrolmentKey,
  type Exclusion,
  exclusionKey,
  type FsmSpell,
  type LookedAfter,
  type Provenance,
  type Pupil,
  pupilKey,
  type PupilPremium,
  type SenNeed,
  senNeedKey,
  type SenProvision,
  type ServiceChild,
  spellKey,
} from '@rollbook/model';

/** A record's own fields, without what every record has: keys come last, since faults may change what they are made of. */
export type Fields<R> = Omit<
  R,
  'kind' | 'key' | 'pupilKey' | 'school' | 'provenance' | 'sent' | 'extensions'
>;

/** A pupil in the making. */
export interface PupilDraft {
  /** Position in the school, from 0. */
  readonly index: number;
  pupil: Fields<Pupil>;
  contacts: Fields<Contact>[];
  enrolments: Fields<Enrolment>[];
  fsmSpells: Fields<FsmSpell>[];
  senProvisions: Fields<SenProvision>[];
  senNeeds: Fields<SenNeed>[];
  lookedAfter: Fields<LookedAfter>[];
  serviceChild: Fields<ServiceChild>[];
  pupilPremium: Fields<PupilPremium>[];
  attendance: Fields<AttendanceSummary>[];
  results: Fields<AssessmentResult>[];
  exclusions: Fields<Exclusion>[];
  /** In order of time. */
  marks: Fields<AttendanceMark>[];
}

export interface DraftSchool {
  readonly laestab: string;
  readonly provenance: Provenance;
}

/**
 * The canonical records of a draft, the pupil first, exclusions and marks last.
 *
 * @throws RangeError when the draft has neither UPN nor name, and so no key
 */
export function assemble(
  draft: PupilDraft,
  { laestab, provenance }: DraftSchool,
): [Pupil, ...CanonicalRecord[]] {
  const key = pupilKey(draft.pupil);
  if (key === undefined) throw new RangeError('a pupil without UPN and name has no key');
  const base = { school: laestab, provenance };
  const records: [Pupil, ...CanonicalRecord[]] = [{ kind: 'pupil', key, ...base, ...draft.pupil }];
  const link = { pupilKey: key, ...base };
  for (const contact of draft.contacts) {
    records.push({ kind: 'contact', key: contactKey(key, contact), ...link, ...contact });
  }
  for (const enrolment of draft.enrolments) {
    records.push({ kind: 'enrolment', key: enrolmentKey(key, enrolment), ...link, ...enrolment });
  }
  for (const spell of draft.fsmSpells) {
    records.push({
      kind: 'fsm-spell',
      key: spellKey(key, spell.startDate, spell.country),
      ...link,
      ...spell,
    });
  }
  for (const spell of draft.senProvisions) {
    records.push({
      kind: 'sen-provision',
      key: spellKey(key, spell.startDate, spell.provision),
      ...link,
      ...spell,
    });
  }
  for (const need of draft.senNeeds) {
    records.push({ kind: 'sen-need', key: senNeedKey(key, need), ...link, ...need });
  }
  for (const spell of draft.lookedAfter) {
    records.push({ kind: 'looked-after', key: spellKey(key, spell.startDate), ...link, ...spell });
  }
  for (const spell of draft.serviceChild) {
    records.push({ kind: 'service-child', key: spellKey(key, spell.startDate), ...link, ...spell });
  }
  for (const spell of draft.pupilPremium) {
    records.push({
      kind: 'pupil-premium',
      key: spellKey(key, spell.startDate, spell.reason),
      ...link,
      ...spell,
    });
  }
  for (const summary of draft.attendance) {
    records.push({
      kind: 'attendance-summary',
      key: attendanceSummaryKey(key, summary),
      ...link,
      ...summary,
    });
  }
  for (const result of draft.results) {
    records.push({ kind: 'assessment-result', key: assessmentResultKey(key, result), ...link, ...result });
  }
  for (const exclusion of draft.exclusions) {
    records.push({ kind: 'exclusion', key: exclusionKey(key, exclusion), ...link, ...exclusion });
  }
  for (const { date, session, code, minutesLate } of draft.marks) {
    const mark: AttendanceMark = {
      kind: 'attendance-mark',
      key: attendanceMarkKey(key, date, session),
      pupilKey: key,
      school: laestab,
      provenance,
      date,
      session,
      code,
    };
    if (minutesLate !== undefined) mark.minutesLate = minutesLate;
    records.push(mark);
  }
  return records;
}
