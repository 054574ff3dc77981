import { EXPANDED, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Under-twos have hours since expanded hours came in. */
export const hoursAtSettingAge = pupilRule({
  code: '1854',
  title: 'Hours at the setting are given for a child who is too old or too young',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['hoursAtSetting'],
  help: 'Hours are told of children in early years alone: ask the school for the date of birth.',
  source: census(1854),
  broken: (group, context) => {
    const { academicYear } = context;
    return judgeFunding(
      group,
      context,
      ({ hoursAtSetting = 0 }, { age }) =>
        hoursAtSetting > 0 && (age >= 5 || (age < 2 && academicYear < EXPANDED)),
    );
  },
});
