import { type CodeOf, defineCodeSet, type GroupOf } from './code-set.js';

/** Day on which the School Attendance (Pupil Registration) (England) Regulations 2024 came into force. */
const REFORM = '2024-08-19';
const BEFORE_REFORM = '2024-08-18';

/**
 * Attendance and absence codes, England, judged by the date of the session. `group` is the class of the
 * meaning; what a mark adds to in sums is another thing, see {@link attendanceCount}.
 */
export const attendanceCodes = defineCodeSet({
  id: 'attendance',
  title: 'Attendance code',
  source:
    'From 19 August 2024: DfE, Working together to improve school attendance, as noted in the project facts; before: SIF UK 2.6 attendance code (CBDS 100232)',
  entries: [
    { code: '/', label: 'Present (morning)', group: 'present' },
    { code: '\\', label: 'Present (afternoon)', group: 'present' },
    { code: 'L', label: 'Late, before the register closed', group: 'present' },

    {
      code: 'K',
      label: 'Attending education provision arranged by the local authority',
      group: 'educational-activity',
      from: REFORM,
    },
    { code: 'V', label: 'Attending an educational visit or trip', group: 'educational-activity' },
    { code: 'P', label: 'Participating in a sporting activity', group: 'educational-activity' },
    { code: 'W', label: 'Attending work experience', group: 'educational-activity' },
    {
      code: 'B',
      label: 'Attending any other approved educational activity off site',
      group: 'educational-activity',
    },
    { code: 'D', label: 'Dual registered, at another school', group: 'educational-activity' },
    { code: 'J', label: 'At an interview', group: 'educational-activity', to: BEFORE_REFORM },

    {
      code: 'C1',
      label: 'Leave for a regulated performance or regulated employment abroad',
      group: 'authorised-absence',
      from: REFORM,
    },
    { code: 'M', label: 'Medical or dental appointment', group: 'authorised-absence' },
    { code: 'J1', label: 'Leave for an interview', group: 'authorised-absence', from: REFORM },
    { code: 'S', label: 'Study leave', group: 'authorised-absence' },
    {
      code: 'X',
      label: 'Not of compulsory school age, not required to attend',
      group: 'administrative',
      to: BEFORE_REFORM,
    },
    {
      code: 'X',
      label: 'Not of compulsory school age, not required to attend',
      group: 'authorised-absence',
      from: REFORM,
    },
    { code: 'C2', label: 'Part-time timetable', group: 'authorised-absence', from: REFORM },
    { code: 'C', label: 'Other authorised circumstances', group: 'authorised-absence', to: BEFORE_REFORM },
    { code: 'C', label: 'Leave in exceptional circumstances', group: 'authorised-absence', from: REFORM },
    { code: 'T', label: 'Traveller absence', group: 'authorised-absence', to: BEFORE_REFORM },
    {
      code: 'T',
      label: 'Parent travelling for occupational purposes',
      group: 'authorised-absence',
      from: REFORM,
    },
    { code: 'R', label: 'Religious observance', group: 'authorised-absence' },
    { code: 'I', label: 'Illness, not a medical or dental appointment', group: 'authorised-absence' },
    { code: 'E', label: 'Suspended or excluded, no alternative provision made', group: 'authorised-absence' },
    { code: 'H', label: 'Family holiday, agreed', group: 'authorised-absence', to: BEFORE_REFORM },
    {
      code: 'F',
      label: 'Extended family holiday, agreed',
      group: 'authorised-absence',
      to: '2013-08-31',
      datesUnconfirmed: true,
    },

    {
      code: 'Q',
      label: 'No access arrangement made by the local authority',
      group: 'unable-to-attend',
      from: REFORM,
    },
    {
      code: 'Y',
      label: 'Unable to attend because of unavoidable causes',
      group: 'unable-to-attend',
      to: BEFORE_REFORM,
    },
    {
      code: 'Y1',
      label: 'Transport normally provided is not available',
      group: 'unable-to-attend',
      from: REFORM,
    },
    { code: 'Y2', label: 'Widespread disruption to travel', group: 'unable-to-attend', from: REFORM },
    { code: 'Y3', label: 'Part of the school premises closed', group: 'unable-to-attend', from: REFORM },
    { code: 'Y4', label: 'Whole school site unexpectedly closed', group: 'unable-to-attend', from: REFORM },
    { code: 'Y5', label: 'In criminal justice detention', group: 'unable-to-attend', from: REFORM },
    { code: 'Y6', label: 'Public health guidance or law', group: 'unable-to-attend', from: REFORM },
    { code: 'Y7', label: 'Any other unavoidable cause', group: 'unable-to-attend', from: REFORM },

    { code: 'G', label: 'Holiday not granted by the school', group: 'unauthorised-absence' },
    { code: 'N', label: 'Reason for absence not yet established', group: 'unauthorised-absence' },
    { code: 'O', label: 'Absent in other or unknown circumstances', group: 'unauthorised-absence' },
    { code: 'U', label: 'Arrived after the register closed', group: 'unauthorised-absence' },

    { code: 'Z', label: 'Prospective pupil, not yet on the admission register', group: 'administrative' },
    { code: '#', label: 'Planned whole school closure', group: 'administrative' },
    { code: '-', label: 'No mark', group: 'no-mark' },
    { code: ' ', label: 'No mark (blank in a string of marks)', group: 'no-mark' },

    // Sub-codes that MIS offered during the pandemic. The census took I or X; exports may hold these.
    ...(
      [
        [
          'I01',
          'Illness, not a confirmed case of coronavirus',
          'authorised-absence',
          '2021-03-08',
          '2022-08-31',
        ],
        ['I02', 'Illness, confirmed case of coronavirus', 'authorised-absence', '2021-03-08', '2022-08-31'],
        ['X01', 'Not of compulsory school age', 'administrative', '2021-03-08', '2022-04-18'],
        ['X02', 'Self-isolating with coronavirus symptoms', 'unable-to-attend', '2021-03-08', '2022-04-18'],
        ['X03', 'Self-isolating, contact inside the school', 'unable-to-attend', '2021-03-08', '2022-04-18'],
        ['X04', 'Self-isolating, contact outside the school', 'unable-to-attend', '2021-03-08', '2022-04-18'],
        ['X05', 'In quarantine after travel', 'unable-to-attend', '2021-03-08', '2022-04-18'],
        ['X06', 'Shielding', 'unable-to-attend', '2021-03-08', '2022-04-18'],
        [
          'X07',
          'Advised not to attend under coronavirus restrictions',
          'unable-to-attend',
          '2021-03-08',
          '2022-04-18',
        ],
        [
          'X08',
          'Not attending in response to outbreak management',
          'unable-to-attend',
          '2021-08-26',
          '2022-04-18',
        ],
        [
          'X09',
          'Close contact told to isolate by NHS Test and Trace',
          'unable-to-attend',
          '2021-08-26',
          '2022-04-18',
        ],
      ] as const
    ).map(([code, label, group, from, to]) => ({
      code,
      label,
      group,
      from,
      to,
      datesUnconfirmed: true as const,
    })),
  ],
});

export type AttendanceCode = CodeOf<typeof attendanceCodes>;
/** Class of an attendance code's meaning. */
export type AttendanceGroup = GroupOf<typeof attendanceCodes>;

/** What a mark adds to in attendance sums. A session that isn't possible adds to nothing. */
export type AttendanceCount = 'attended' | 'authorised' | 'unauthorised' | 'not-possible';

/**
 * Codes whose sessions aren't possible attendances although their group is counted otherwise: X because
 * the pupil need not attend, D because the other school counts the session. The source for D is the DfE's
 * guidance as remembered, not read again (docs/formats/code-sets.md).
 */
const NOT_POSSIBLE: ReadonlySet<string> = new Set(['D', 'X']);

const COUNT_OF_GROUP: Readonly<Record<AttendanceGroup, AttendanceCount | undefined>> = {
  present: 'attended',
  'educational-activity': 'attended',
  'authorised-absence': 'authorised',
  'unauthorised-absence': 'unauthorised',
  'unable-to-attend': 'not-possible',
  administrative: 'not-possible',
  'no-mark': undefined,
};

/**
 * What a mark adds to in attendance sums (attended + authorised + unauthorised = possible sessions), as of
 * the session's `date` (`YYYY-MM-DD`). Undefined when there is no mark or the code is not known; a code out
 * of date counts as it last did, because the session took place all the same.
 */
export function attendanceCount(code: string, date: string): AttendanceCount | undefined {
  if (NOT_POSSIBLE.has(code)) return 'not-possible';
  const found = attendanceCodes.lookup(code, date);
  return 'entry' in found && found.entry.group ? COUNT_OF_GROUP[found.entry.group] : undefined;
}
