import type { CanonicalRecord } from '@rollbook/model';
import { syntheticCtf } from '../../ctf.js';
import { encodeUtf8, type SyntheticFormat } from '../../format.js';

/**
 * Common Transfer File, to the local authority, as the DfE's specification has it: one file. The parts that no public
 * document confirms are written too, since this project's parser reads them.
 */
export const ctfFormat: SyntheticFormat = {
  id: 'ctf',
  parser: 'ctf',
  title: 'Common Transfer File',
  files: (school) => [
    {
      name: `${school.laestab}_CTF_${school.laestab.slice(0, 3)}LLLL_001.xml`,
      content: () => encodeUtf8(syntheticCtf(school)),
    },
  ],
  carries: {
    school: ['la', 'establishment', 'urn', 'name'],
    pupil: [
      'upn',
      'formerUpns',
      'uln',
      'surname',
      'forename',
      'middleNames',
      'preferredSurname',
      'preferredForename',
      'formerSurnames',
      'birthDate',
      'sex',
      'ethnicity',
      'ethnicitySource',
      'languages',
      'medicalFlag',
      'address',
      'phones',
      'emails',
    ],
    contact: [
      'title',
      'surname',
      'forename',
      'sex',
      'relationship',
      'priority',
      'parentalResponsibility',
      'address',
      'phones',
      'emails',
    ],
    enrolment: [
      'attended',
      'attendedName',
      'current',
      'status',
      'entryDate',
      'leavingDate',
      'leavingReason',
      'lastSchool',
      'yearGroup',
    ],
    'fsm-spell': ['startDate', 'endDate', 'country', 'reviewDate'],
    'sen-provision': ['startDate', 'endDate', 'provision'],
    'sen-need': ['rank', 'need', 'startDate'],
    'looked-after': ['inCare', 'careAuthority'],
    'service-child': ['indicator'],
    'pupil-premium': ['startDate', 'eligible', 'reason', 'fte'],
    // Without the span of days, which is a part of the key: sums of marks come back under the key of the whole year
    'attendance-summary': [
      'academicYear',
      'attended',
      'sessionsPossible',
      'sessionsAttended',
      'sessionsAuthorised',
      'sessionsUnauthorised',
    ],
    // But for those of ctfLeavesOut
    'attendance-mark': ['date', 'session', 'code'],
    'assessment-result': [
      'locale',
      'academicYear',
      'resultStatus',
      'stage',
      'subject',
      'component',
      'method',
      'resultQualifier',
      'result',
      'resultDate',
    ],
  },
  leavesOut: ctfLeavesOut,
};

/**
 * True for a record that a CTF leaves out although it has others of its kind: session marks are one character each, so
 * `C1`, `Y1` and others have no place, and `-` says that there is no mark.
 */
export function ctfLeavesOut(record: CanonicalRecord): boolean {
  return record.kind === 'attendance-mark' && (record.code.length !== 1 || record.code === '-');
}
