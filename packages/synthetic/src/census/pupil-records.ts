import type {
  AttendanceMark,
  AttendanceSummary,
  CanonicalRecord,
  EarlyYearsFunding,
  Enrolment,
  Exclusion,
  FsmSpell,
  LookedAfter,
  Pupil,
  SenNeed,
  SenProvision,
  ServiceChild,
} from '@rollbook/model';

/** One pupil with the records that a census has room for. */
export interface PupilRecords {
  readonly key: string;
  pupil: Pupil | undefined;
  readonly enrolments: Enrolment[];
  readonly fsmSpells: FsmSpell[];
  readonly senProvisions: SenProvision[];
  readonly senNeeds: SenNeed[];
  readonly lookedAfter: LookedAfter[];
  readonly serviceChild: ServiceChild[];
  readonly earlyYears: EarlyYearsFunding[];
  readonly exclusions: Exclusion[];
  readonly summaries: AttendanceSummary[];
  readonly marks: AttendanceMark[];
}

function pupilRecords(key: string): PupilRecords {
  return {
    key,
    pupil: undefined,
    enrolments: [],
    fsmSpells: [],
    senProvisions: [],
    senNeeds: [],
    lookedAfter: [],
    serviceChild: [],
    earlyYears: [],
    exclusions: [],
    summaries: [],
    marks: [],
  };
}

function add(records: PupilRecords, record: CanonicalRecord): void {
  switch (record.kind) {
    case 'pupil':
      records.pupil = record;
      break;
    case 'enrolment':
      records.enrolments.push(record);
      break;
    case 'fsm-spell':
      records.fsmSpells.push(record);
      break;
    case 'sen-provision':
      records.senProvisions.push(record);
      break;
    case 'sen-need':
      records.senNeeds.push(record);
      break;
    case 'looked-after':
      records.lookedAfter.push(record);
      break;
    case 'service-child':
      records.serviceChild.push(record);
      break;
    case 'early-years-funding':
      records.earlyYears.push(record);
      break;
    case 'exclusion':
      records.exclusions.push(record);
      break;
    case 'attendance-summary':
      records.summaries.push(record);
      break;
    case 'attendance-mark':
      records.marks.push(record);
      break;
    // a census has no element for the rest
    default:
  }
}

/** Records pupil by pupil. Those of a pupil must stand together, as every parser yields them. */
export function* groupByPupil(records: Iterable<CanonicalRecord>): Generator<PupilRecords, void, undefined> {
  let current: PupilRecords | undefined;
  for (const record of records) {
    const key = record.kind === 'pupil' ? record.key : 'pupilKey' in record ? record.pupilKey : undefined;
    if (key === undefined) continue;
    if (current?.key !== key) {
      if (current !== undefined) yield current;
      current = pupilRecords(key);
    }
    add(current, record);
  }
  if (current !== undefined) yield current;
}
