import type { NccisRule } from './rule.js';
import { dayOf } from './rule-dates.js';

const thirteen = /^\d{13}$/;
const isThirteen = (text: string | undefined): boolean => text !== undefined && thirteen.test(text);

/** Who it is. */
export const identityRules: readonly NccisRule[] = [
  {
    code: '1',
    group: 'identity',
    priority: 1,
    field: 'youngPersonsId',
    title: 'The young person’s id isn’t thirteen digits',
    help: 'The id is the three digits of the database and ten of the local system, with leading zeros.',
    breaks: ({ youngPersonsId }) => !isThirteen(youngPersonsId),
  },
  {
    code: '903',
    group: 'identity',
    priority: 1,
    field: 'youngPersonsId',
    title: 'The id begins with another database than the header has',
    help: 'The first three digits are one of the database ids in the header.',
    breaks: ({ youngPersonsId = '' }, { header }) =>
      isThirteen(youngPersonsId) &&
      header.databaseIds.length > 0 &&
      !header.databaseIds.includes(youngPersonsId.slice(0, 3)),
  },
  {
    code: '902',
    group: 'identity',
    priority: 1,
    field: 'youngPersonsId',
    title: 'The id stands in the file before',
    help: 'Merge the two records where they are one person; else give one of them another id.',
  },
  {
    code: '2',
    group: 'identity',
    priority: 1,
    field: 'givenName',
    title: 'No given name',
    help: 'Enter the given name in the local system.',
    breaks: ({ givenName }) => givenName === undefined,
  },
  {
    code: '3',
    group: 'identity',
    priority: 1,
    field: 'familyName',
    title: 'No family name',
    help: 'Enter the family name in the local system.',
    breaks: ({ familyName }) => familyName === undefined,
  },
  {
    code: '8',
    group: 'identity',
    priority: 1,
    field: 'dob',
    title: 'No date of birth, or none that is a date',
    help: 'Enter the date of birth in the local system.',
    breaks: ({ dob }) => dayOf(dob) === undefined,
  },
  {
    code: '9',
    group: 'identity',
    priority: 2,
    field: 'dob',
    title: 'Older than academic age 25',
    help: 'Check the date of birth; who has been 25 for a whole school year isn’t in the return any more.',
    breaks: ({ cohortStatus }, { age }) => age !== undefined && age > 25 && cohortStatus !== 'A',
  },
  {
    code: '10',
    group: 'identity',
    priority: 2,
    field: 'dob',
    title: 'Younger than academic age 15',
    help: 'Check the date of birth; who is below Year 11 isn’t in the return yet.',
    breaks: (_, { age }) => age !== undefined && age < 15,
  },
  {
    code: '37',
    group: 'identity',
    priority: 1,
    field: 'previousYpidIdentifier',
    title: 'The previous id isn’t thirteen characters',
    help: 'It is the whole id that the person had before: database and number.',
    breaks: ({ previousYpidIdentifier }) =>
      previousYpidIdentifier !== undefined && previousYpidIdentifier.length !== 13,
  },
  {
    code: '38',
    group: 'identity',
    priority: 2,
    field: 'uniquePupilNumber',
    title: 'The UPN isn’t thirteen characters',
    help: 'Take the UPN from the school’s data.',
    breaks: ({ uniquePupilNumber }) => uniquePupilNumber !== undefined && uniquePupilNumber.length !== 13,
  },
  {
    code: '30',
    group: 'identity',
    priority: 2,
    field: 'uniqueLearnerNo',
    title: 'The ULN isn’t ten digits, the first from 1 to 9',
    help: 'Take the ULN from the school’s or college’s data, or leave it out.',
    breaks: ({ uniqueLearnerNo }) => uniqueLearnerNo !== undefined && !/^[1-9]\d{9}$/.test(uniqueLearnerNo),
  },
  {
    code: '907',
    group: 'identity',
    priority: 1,
    field: 'uniqueLearnerNo',
    title: 'Another person of the file has the same ULN',
    help: 'Check both; in doubt take the ULN out, since a wrong one does more harm than none.',
  },
  {
    code: '908',
    group: 'identity',
    priority: 3,
    field: 'familyName',
    title: 'Another person of the file has the same names and date of birth',
    help: 'Check whether the two are one person, and merge them.',
  },
];
