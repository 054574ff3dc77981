import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, anEnrolment, aPupil, inReturn } from '../../testing/samples.js';
import { attendanceNotAsked } from './2470-attendance-not-asked.js';

const sum = inReturn(anAttendanceSummary());

proveRule(attendanceNotAsked, {
  fails: {
    'sixteen on 31 August': [aPupil({ birthDate: '2010-08-31' }), sum],
    'three on 31 August': [aPupil({ birthDate: '2022-09-01' }), sum],
    'three in the year of the sum': [aPupil({ birthDate: '2022-08-31' }), { ...sum, academicYear: 2025 }],
    'year not told': [aPupil({ birthDate: '2010-08-31' }), { ...sum, academicYear: undefined }],
    'a boarder': [aPupil(), anEnrolment({ boarder: 'B' }), sum],
    'a boarder of six nights': [aPupil(), anEnrolment({ boarder: '6' }), sum],
    'a boarder of seven nights': [aPupil(), anEnrolment({ boarder: '7' }), sum],
  },
  passes: {
    'fifteen on 31 August': [aPupil({ birthDate: '2010-09-01' }), anEnrolment(), sum],
    'four on 31 August': [aPupil({ birthDate: '2022-08-31' }), sum],
    'sixteen since the sum': [aPupil({ birthDate: '2010-08-31' }), { ...sum, academicYear: 2025 }],
    'boarded at a school before': [aPupil(), anEnrolment({ boarder: 'B', current: false }), sum],
    'in an extract': [
      aPupil({ birthDate: '2009-08-31' }),
      anEnrolment({ boarder: 'B' }),
      anAttendanceSummary(),
    ],
    'no date of birth': [aPupil({ birthDate: undefined }), sum],
  },
});
