import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil } from '../../testing/samples.js';
import { yearGroupAge } from './year-group-age.js';

const inYear = (yearGroup: string, birthDate = '2015-05-17') => [
  aPupil({ birthDate }),
  anEnrolment({ yearGroup }),
];

proveRule(yearGroupAge, {
  fails: {
    'a year too high': inYear('8'),
    'a year too low': inYear('6'),
    'two years too old in a nursery': inYear('N1', '2020-10-01'),
    'two years too young in a nursery': inYear('N2', '2024-10-01'),
    'two years too high in July': { records: inYear('9'), asOf: '2027-07-15' },
    'moved up in June': { records: inYear('8'), asOf: '2027-06-30' },
  },
  passes: {
    'the year of the age': inYear('7'),
    'born on 31 August, the youngest': inYear('7', '2015-08-31'),
    'born on 1 September, the oldest': inYear('7', '2014-09-01'),
    'a year again in the sixth form': inYear('12', '2009-05-17'),
    'two years out, which 2020 tells': inYear('9'),
    'two years out in the sixth form': inYear('12', '2012-05-17'),
    'a year that is none': inYear('X'),
    ...Object.fromEntries(
      [
        ['N1', '2022-10-01'],
        ['N2', '2021-10-01'],
        ['E1', '2024-10-01'],
        ['E2', '2023-10-01'],
        ['13', '2007-10-01'],
        ['14', '2006-10-01'],
      ].map(([year, birthDate]) => [`a year out in ${year}`, inYear(year!, birthDate)]),
    ),
    'moved up in July': { records: inYear('8'), asOf: '2027-07-31' },
    'moved up in August': { records: inYear('8'), asOf: '2027-08-31' },
    'not yet moved up in July': { records: inYear('7'), asOf: '2027-07-31' },
    'no date of birth': [aPupil({ birthDate: undefined }), anEnrolment()],
    'no pupil record': anEnrolment(),
    'no year group': [aPupil(), anEnrolment({ yearGroup: undefined })],
    'a school before': [aPupil(), anEnrolment({ yearGroup: '2', current: false })],
    'a pupil who left': [aPupil(), anEnrolment({ yearGroup: '6', leavingDate: '2026-07-21' })],
  },
});
