import { nccisCharacteristics } from '@rollbook/model';
import { groupOf, isNeetActivity } from './activity-rules.js';
import type { NccisRule } from './rule.js';
import { birthdayOf, dayOf, isBefore } from './rule-dates.js';

/** Not in education, employment or training. */
export const neetRules: readonly NccisRule[] = [
  {
    code: '224',
    group: 'neet',
    priority: 1,
    field: 'neetStartDate',
    needsActivity: true,
    title: 'NEET, and not said since when',
    help: 'Enter the day on which the person became NEET.',
    breaks: (_, { activity: { activityCode, neetStartDate } }) =>
      isNeetActivity(activityCode) && neetStartDate === undefined,
  },
  {
    code: '225',
    group: 'neet',
    priority: 1,
    field: 'neetStartDate',
    needsActivity: true,
    title: 'NEET since a day after the activity began',
    help: 'It is the day on which this activity began, or an earlier one.',
    breaks: (_, { activity: { startDate, neetStartDate } }) => isBefore(startDate, neetStartDate),
  },
  {
    code: '226',
    group: 'neet',
    priority: 1,
    field: 'neetStartDate',
    needsActivity: true,
    title: 'NEET since a day, and the activity isn’t NEET',
    help: 'Take the day out, or correct the activity.',
    breaks: (_, { activity: { activityCode, neetStartDate } }) =>
      neetStartDate !== undefined && groupOf(activityCode) !== undefined && !isNeetActivity(activityCode),
  },
  {
    code: '251',
    group: 'neet',
    priority: 2,
    field: 'neetStartDate',
    needsActivity: true,
    title: 'NEET before the 15th birthday',
    help: 'Check the day and the date of birth.',
    breaks: ({ dob }, { activity: { neetStartDate } }) => {
      const birth = dayOf(dob);
      return birth !== undefined && isBefore(neetStartDate, birthdayOf(birth, 15));
    },
  },
];

const needs = (
  code: string,
  activity: string,
  characteristic: string,
  what: string,
  unconfirmed?: string,
): NccisRule => ({
  ...(unconfirmed === undefined ? {} : { unconfirmed }),
  code,
  group: 'characteristics',
  priority: 2,
  field: 'characteristics',
  needsActivity: true,
  title: `Activity ${activity} (${what}) without characteristic ${characteristic}`,
  help: `Record the characteristic ${characteristic}, or correct the activity.`,
  breaks: ({ characteristics = [] }, { activity: { activityCode } }) =>
    activityCode === activity && !characteristics.includes(characteristic),
});

/** Individual circumstances: special category data, without which a return may be written. */
export const characteristicRules: readonly NccisRule[] = [
  {
    code: '104',
    group: 'characteristics',
    priority: 2,
    field: 'characteristics',
    title: 'A characteristic isn’t known',
    help: 'Correct the code by the list of the year.',
    breaks: ({ characteristics = [] }) => characteristics.some((code) => !nccisCharacteristics.has(code)),
  },
  needs('233', '620', '140', 'young carer'),
  needs('234', '630', '120', 'teenage parent'),
  needs('235', '650', '180', 'pregnancy'),
  needs(
    '236',
    '720',
    '130',
    'refugee or asylum seeker',
    'the last year: a public checker dropped it by 2019-20',
  ),
  {
    code: '260',
    group: 'characteristics',
    priority: 2,
    field: 'characteristics',
    title: 'Pregnant, and the gender is M',
    help: 'Take the characteristic 180 out, or correct the gender.',
    breaks: ({ characteristics = [], gender }) => characteristics.includes('180') && gender === 'M',
  },
];
