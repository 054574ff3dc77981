import { areHours, isThreeOrFour, judgeFunding, MOST_HOURS } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const extendedHoursRange = pupilRule({
  code: '3140',
  title: 'Extended hours of a child with a code are missing, or not from 0 to 15',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['extendedHours', 'eligibilityCode'],
  help: 'Ask the school for the extended hours a week, as a decimal.',
  source: census(3140),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ eligibilityCode, extendedHours }, child) =>
        eligibilityCode !== undefined &&
        isThreeOrFour(child) &&
        (extendedHours === undefined || !areHours(extendedHours, MOST_HOURS)),
    ),
});
