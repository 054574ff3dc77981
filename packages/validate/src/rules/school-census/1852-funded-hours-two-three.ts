import { areHours, judgeFunding, MOST_HOURS } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information when missing: a child may have extended or expanded hours alone. */
export const fundedHoursOfTwoAndThree = pupilRule({
  code: '1852',
  title: 'Funded hours of a child of two or three are missing, or not from 0 to 15',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['fundedHours'],
  help: 'Ask the school for the hours a week, as a decimal: ten hours and forty minutes are 10.67.',
  source: census(1852),
  broken: (group, context) =>
    judgeFunding(group, context, ({ fundedHours }, { age }) => {
      if (age !== 2 && age !== 3) return false;
      return fundedHours === undefined ? { severity: 'info' } : !areHours(fundedHours, MOST_HOURS);
    }),
});
