import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: files of funding need not carry it. */
export const hoursAtSettingOfFour = pupilRule({
  code: '5200',
  title: 'Hours at the setting of a child of four in a nursery year are missing',
  severity: 'info',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['hoursAtSetting'],
  help: 'Ask the school for all hours of the week, whoever pays for them.',
  source: census(5200),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ hoursAtSetting }, { age, stage }) =>
        age === 4 && stage === 'nursery' && hoursAtSetting === undefined,
    ),
});
