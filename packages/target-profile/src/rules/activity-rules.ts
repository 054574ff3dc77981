import { nccisActivities } from '@rollbook/model';
import { isLeadLa } from '../codes/nccis-las.js';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import type { NccisRule, NccisRuleContext } from './rule.js';
import { birthdayOf, dayOf, isBefore, schoolYearStart } from './rule-dates.js';

/** The table in which a code stands; undefined for one that isn't known. */
export const groupOf = (code: string | undefined): string | undefined => {
  if (code === undefined) return undefined;
  const found = nccisActivities.lookup(code);
  return 'entry' in found ? found.entry.group : undefined;
};

/** Activities that the rules count as not in education, employment or training: 540, 610 to 619, 620 to 680. */
export function isNeetActivity(code: string | undefined): boolean {
  return groupOf(code)?.startsWith('neet') ?? false;
}

const isCompulsory = (code: string | undefined): boolean => groupOf(code) === 'compulsory-age';

type Activity = Omit<NccisRule, 'group' | 'needsActivity'>;
const ofActivity = (rules: readonly Activity[]): NccisRule[] =>
  rules.map((rule) => ({ ...rule, group: 'activity', needsActivity: true }));

/** What they do. */
export const activityRules: readonly NccisRule[] = [
  {
    code: '240',
    group: 'activity',
    priority: 1,
    field: 'activity',
    rejectsFile: true,
    title: 'No activity, and the whole file is rejected for it',
    help: 'Every record has one; where nothing is known it is 810, or 150 up to Year 11.',
    breaks: ({ activity }) => activity === undefined,
  },
  ...ofActivity([
    {
      code: '200',
      priority: 1,
      field: 'activityCode',
      title: 'No activity code',
      help: 'Enter what the person does; 810 where it isn’t known.',
      breaks: (_, { activity: { activityCode } }) => activityCode === undefined,
    },
    {
      code: '201',
      priority: 1,
      field: 'activityCode',
      title: 'The activity code isn’t known',
      help: 'Correct it by the list of the year.',
      breaks: (_, { activity: { activityCode } }) =>
        activityCode !== undefined && !nccisActivities.has(activityCode),
    },
    {
      code: '202',
      priority: 1,
      field: 'startDate',
      title: 'No start of the activity',
      help: 'Enter the day on which it began.',
      breaks: (_, { activity: { startDate } }) => dayOf(startDate) === undefined,
    },
    {
      code: '203',
      priority: 1,
      field: 'dateAscertained',
      title: 'No day on which the activity was ascertained',
      help: 'Enter the day on which the service first knew of it.',
      breaks: (_, { activity: { dateAscertained } }) => dayOf(dateAscertained) === undefined,
    },
    {
      code: '220',
      priority: 1,
      field: 'currencyLapsed',
      title: 'Not said whether the activity has lapsed',
      help: 'Enter Y or N.',
      breaks: (_, { activity: { currencyLapsed } }) => currencyLapsed === undefined,
    },
    {
      code: '221',
      priority: 1,
      field: 'currencyLapsed',
      title: 'Lapsed is neither Y nor N',
      help: 'Correct it in the local system.',
      breaks: (_, { activity: { currencyLapsed } }) =>
        currencyLapsed !== undefined && currencyLapsed !== 'Y' && currencyLapsed !== 'N',
    },
    {
      code: '228',
      priority: 1,
      field: 'establishmentNumber',
      title: 'The establishment isn’t an authority’s number and four digits',
      help: 'Where there is no number, and at home, it is the authority’s number and 9999.',
      breaks: (_, { activity: { establishmentNumber: number } }) =>
        number !== undefined && !(/^\d{7}$/.test(number) && isLeadLa(number.slice(0, 3))),
    },
    {
      code: '39',
      priority: 2,
      field: 'ukProviderReferenceNumber',
      title: 'The UKPRN isn’t eight digits from 1',
      help: 'Look it up in the UK Register of Learning Providers.',
      breaks: (_, { activity: { ukProviderReferenceNumber: ukprn } }) =>
        ukprn !== undefined && !/^1\d{7}$/.test(ukprn),
    },
    {
      code: '229',
      priority: 1,
      field: 'activityCode',
      title: 'Too young for an activity after 16',
      help: 'Up to Year 11 the code is one of 110 to 150: check the code and the date of birth.',
      breaks: (_, { age, activity: { activityCode } }) =>
        age !== undefined && age <= 15 && groupOf(activityCode) !== undefined && !isCompulsory(activityCode),
    },
    {
      code: '230',
      priority: 1,
      field: 'activityCode',
      title: 'Too old for an activity of compulsory age',
      help: 'After Year 11 the code is none of 110 to 150: check the code and the date of birth.',
      breaks: (_, { age, activity: { activityCode } }) =>
        age !== undefined && age > 15 && isCompulsory(activityCode),
    },
    {
      code: '253',
      priority: 2,
      field: 'activityCode',
      title: 'Training of the DWP before 18',
      help: 'Code 440 is for people who were 18 when it began.',
      breaks: ({ dob }, { activity: { activityCode, startDate } }) => {
        const [birth, start] = [dayOf(dob), dayOf(startDate)];
        return (
          activityCode === '440' &&
          birth !== undefined &&
          start !== undefined &&
          start < birthdayOf(birth, 18)
        );
      },
    },
    {
      code: '254',
      priority: 1,
      field: 'activityCode',
      title: 'A special institution without a SEND flag',
      help: 'Code 280 is for people with a SEND flag of Y.',
      breaks: ({ sendFlag }, { activity: { activityCode } }) => activityCode === '280' && sendFlag !== 'Y',
    },
    {
      code: '255',
      priority: 1,
      field: 'activityCode',
      title: 'A supported internship without a SEND flag',
      help: 'Code 460 is for people with a SEND flag of Y.',
      breaks: ({ sendFlag }, { activity: { activityCode } }) => activityCode === '460' && sendFlag !== 'Y',
    },
    {
      code: '909',
      priority: 2,
      field: 'startDate',
      title: 'Compulsory age, and neither begun nor verified in this school year',
      help: 'Verify the activity: a new school year needs a start or a verification from 1 September on.',
      unconfirmed: 'the priority',
      breaks: (_, { periodEnd, activity: { activityCode, startDate, dateVerified } }) => {
        if (periodEnd === undefined || !isCompulsory(activityCode)) return false;
        const since = schoolYearStart(periodEnd);
        return [startDate, dateVerified].every((one) => (dayOf(one) ?? '') < since);
      },
    },
    {
      code: '243',
      priority: 2,
      field: 'dueToLapseDate',
      title: 'No day on which the activity lapses',
      help: 'Activities other than NEET and not known have one.',
      breaks: (_, { activity: { activityCode, dueToLapseDate } }) => {
        const group = groupOf(activityCode);
        const lapses = group !== undefined && !group.startsWith('neet') && group !== 'not-known';
        return lapses && dueToLapseDate === undefined;
      },
    },
    {
      code: '259',
      priority: 1,
      field: 'predictedEndDate',
      title: 'Education or training without a predicted end',
      help: 'Enter when the course is to end; apprenticeships need none.',
      unconfirmed: 'whether it is for compulsory age too, as one public checker has it; here it isn’t',
      breaks: (_, { activity: { activityCode, predictedEndDate } }) => {
        const group = groupOf(activityCode);
        return (group === 'education' || group === 'training') && predictedEndDate === undefined;
      },
    },
    {
      code: '262',
      priority: 1,
      field: 'reviewDate',
      title: 'No day on which the activity is reviewed',
      help: 'Gap years, custody, temporary work, agreed starts and asylum have one.',
      breaks: (_, { activity: { activityCode = '', reviewDate } }) =>
        ['260', '290', '350', '616', '710', '720'].includes(activityCode) && reviewDate === undefined,
    },
  ]),
];

type Dates = Pick<NccisRuleContext, 'activity' | 'periodEnd'>;
const date = (
  facts: Pick<NccisRule, 'code' | 'priority' | 'field' | 'title' | 'help' | 'unconfirmed'>,
  breaks: (dates: Dates, person: NccisYoungPerson) => boolean,
): NccisRule => ({
  ...facts,
  group: 'dates',
  needsActivity: true,
  breaks: (person, context) => breaks(context, person),
});

/** Dates against each other. */
export const dateRules: readonly NccisRule[] = [
  date(
    {
      code: '237',
      priority: 2,
      field: 'dateVerified',
      title: 'Ascertained after it was verified',
      help: 'What is known for the first time can’t have been verified before.',
    },
    ({ activity: { dateAscertained, dateVerified } }) => isBefore(dateVerified, dateAscertained),
  ),
  date(
    {
      code: '242',
      priority: 2,
      field: 'dateAscertained',
      title: 'Ascertained before it began',
      help: 'Check the start and the day on which the service knew of it.',
    },
    ({ activity: { dateAscertained, startDate } }) => isBefore(dateAscertained, startDate),
  ),
  date(
    {
      code: '256',
      priority: 1,
      field: 'dateVerified',
      title: 'Verified before it began',
      help: 'Check the start and the day of verification.',
    },
    ({ activity: { dateVerified, startDate } }) => isBefore(dateVerified, startDate),
  ),
  date(
    {
      code: '305',
      priority: 2,
      field: 'dateVerified',
      title: 'Verified after the end of the period',
      help: 'What was verified later belongs to the next return.',
    },
    ({ periodEnd, activity: { dateVerified } }) => isBefore(periodEnd, dateVerified),
  ),
  date(
    {
      code: '231',
      priority: 2,
      field: 'currencyLapsed',
      title: 'Said to have lapsed, and due to lapse after the period',
      help: 'Correct the flag or the day.',
    },
    ({ periodEnd, activity: { currencyLapsed, dueToLapseDate } }) =>
      currencyLapsed === 'Y' && isBefore(periodEnd, dueToLapseDate),
  ),
  date(
    {
      code: '232',
      priority: 2,
      field: 'currencyLapsed',
      title: 'Said not to have lapsed, and due to lapse before the end of the period',
      help: 'Verify the activity again, or set the flag.',
    },
    ({ periodEnd, activity: { currencyLapsed, dueToLapseDate } }) =>
      currencyLapsed === 'N' && isBefore(dueToLapseDate, periodEnd),
  ),
  date(
    {
      code: '244',
      priority: 2,
      field: 'dueToLapseDate',
      title: 'The day on which it lapses is no date',
      help: 'Write it CCYY-MM-DD.',
    },
    ({ activity: { dueToLapseDate } }) => dueToLapseDate !== undefined && dayOf(dueToLapseDate) === undefined,
  ),
  date(
    {
      code: '238',
      priority: 2,
      field: 'dueToLapseDate',
      title: 'Lapses after the predicted end',
      help: 'An activity is never current beyond the end of its course.',
    },
    ({ activity: { dueToLapseDate, predictedEndDate } }) => isBefore(predictedEndDate, dueToLapseDate),
  ),
  date(
    {
      code: '257',
      priority: 2,
      field: 'reviewDate',
      title: 'Reviewed after the predicted end',
      help: 'The review comes before the end of the course.',
    },
    ({ activity: { reviewDate, predictedEndDate } }) => isBefore(predictedEndDate, reviewDate),
  ),
  date(
    {
      code: '258',
      priority: 1,
      field: 'predictedEndDate',
      title: 'The predicted end is no date',
      help: 'Write it CCYY-MM-DD.',
    },
    ({ activity: { predictedEndDate } }) =>
      predictedEndDate !== undefined && dayOf(predictedEndDate) === undefined,
  ),
];
