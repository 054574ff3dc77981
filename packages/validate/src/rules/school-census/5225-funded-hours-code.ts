import { areHours, judgeFunding, MOST_HOURS } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Of ages that 1852 and 5180 leave out as well. */
export const fundedHoursWithCode = pupilRule({
  code: '5225',
  title: 'Child with an eligibility code has funded hours that are not from 0 to 15',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['fundedHours', 'eligibilityCode'],
  help: 'Hours over 15 of working parents are extended hours: ask the school for both.',
  source: census(5225),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ eligibilityCode, fundedHours }) =>
        eligibilityCode !== undefined && fundedHours !== undefined && !areHours(fundedHours, MOST_HOURS),
    ),
});
