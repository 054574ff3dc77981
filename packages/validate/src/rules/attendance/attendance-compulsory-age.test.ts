import { proveRule } from '../../testing/prove-rule.js';
import { aMark, aPupil } from '../../testing/samples.js';
import { attendanceCompulsoryAge } from './attendance-compulsory-age.js';

proveRule(attendanceCompulsoryAge, {
  fails: {
    'aged 11': [aPupil(), aMark({ code: 'X' })],
    'on the sixth birthday': [aPupil({ birthDate: '2020-09-21' }), aMark({ code: 'X' })],
    'on the first day after the pandemic': [aPupil(), aMark({ code: 'X', date: '2022-09-01' })],
    'in year 10': [aPupil({ birthDate: '2011-09-01' }), aMark({ code: 'X' })],
  },
  passes: {
    'the day before the sixth birthday': [aPupil({ birthDate: '2020-09-22' }), aMark({ code: 'X' })],
    'in year 11': [aPupil({ birthDate: '2011-08-31' }), aMark({ code: 'X' })],
    present: [aPupil(), aMark()],
    'in the pandemic': [aPupil(), aMark({ code: 'X', date: '2022-07-01' })],
    'no date of birth': [aPupil({ birthDate: undefined }), aMark({ code: 'X' })],
    'no pupil': aMark({ code: 'X' }),
  },
});
