import { isPastNursery, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The code that must go with the hours is looked at by 3130. */
export const extendedHoursAge = pupilRule({
  code: '3100',
  title: 'Extended hours are given for a child who is neither three nor four in a nursery year',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['extendedHours'],
  help: 'Ask the school for age and year group; a younger child of working parents has expanded hours.',
  source: census(3100),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ extendedHours = 0 }, child) => extendedHours > 0 && (child.age < 3 || isPastNursery(child)),
    ),
});
