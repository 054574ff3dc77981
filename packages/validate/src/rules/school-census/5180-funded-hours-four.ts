import { areHours, judgeFunding, MOST_HOURS } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** 25 hours were the most until 31 March 2019. Information when missing. */
export const fundedHoursOfFour = pupilRule({
  code: '5180',
  title: 'Funded hours of a child of four before reception are missing or over the most',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['fundedHours'],
  help: 'Ask the school for the hours a week, as a decimal: no more than 15.',
  source: census(5180),
  broken: (group, context) => {
    const { asOf } = context;
    return judgeFunding(group, context, ({ fundedHours }, { age, stage }) => {
      if (age !== 4 || stage === 'school') return false;
      if (fundedHours === undefined) return { severity: 'info' };
      return !areHours(fundedHours, asOf < '2019-04-01' ? 25 : MOST_HOURS);
    });
  },
});
