import type {
  AdmissionApplication,
  AssessmentResult,
  AttendanceMark,
  AttendanceSummary,
  CanonicalRecord,
  Contact,
  Enrolment,
  FsmSpell,
  LookedAfter,
  Pupil,
  PupilPremium,
  SenNeed,
  SenProvision,
  ServiceChild,
} from '@rollbook/model';

/** A pupil and the records about the pupil that a CTF has room for. */
export interface PupilRecords {
  readonly key: string;
  pupil: Pupil | undefined;
  readonly contacts: Contact[];
  readonly enrolments: Enrolment[];
  readonly fsmSpells: FsmSpell[];
  readonly senProvisions: SenProvision[];
  readonly senNeeds: SenNeed[];
  readonly lookedAfter: LookedAfter[];
  readonly serviceChild: ServiceChild[];
  readonly pupilPremium: PupilPremium[];
  readonly attendanceSummaries: AttendanceSummary[];
  readonly attendanceMarks: AttendanceMark[];
  readonly assessmentResults: AssessmentResult[];
  /** An ATF’s alone. */
  application: AdmissionApplication | undefined;
}

export function pupilRecords(key: string): PupilRecords {
  return {
    key,
    pupil: undefined,
    contacts: [],
    enrolments: [],
    fsmSpells: [],
    senProvisions: [],
    senNeeds: [],
    lookedAfter: [],
    serviceChild: [],
    pupilPremium: [],
    attendanceSummaries: [],
    attendanceMarks: [],
    assessmentResults: [],
    application: undefined,
  };
}

/** Puts a record with its pupil's others. False when a CTF has no place for records of its kind. */
export function addRecord(records: PupilRecords, record: CanonicalRecord): boolean {
  switch (record.kind) {
    case 'pupil':
      if (records.pupil !== undefined) return false;
      records.pupil = record;
      return true;
    case 'contact':
      records.contacts.push(record);
      return true;
    case 'enrolment':
      records.enrolments.push(record);
      return true;
    case 'fsm-spell':
      records.fsmSpells.push(record);
      return true;
    case 'sen-provision':
      records.senProvisions.push(record);
      return true;
    case 'sen-need':
      records.senNeeds.push(record);
      return true;
    case 'looked-after':
      records.lookedAfter.push(record);
      return true;
    case 'service-child':
      records.serviceChild.push(record);
      return true;
    case 'pupil-premium':
      records.pupilPremium.push(record);
      return true;
    case 'attendance-summary':
      records.attendanceSummaries.push(record);
      return true;
    case 'attendance-mark':
      records.attendanceMarks.push(record);
      return true;
    case 'assessment-result':
      records.assessmentResults.push(record);
      return true;
    default:
      return false;
  }
}
