import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const hoursAtSettingReception = pupilRule({
  code: '5190',
  title: 'Hours at the setting are given for a child of four in reception or above',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['hoursAtSetting'],
  help: 'Hours are told of children before reception alone: ask for the year group.',
  source: census(5190),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ hoursAtSetting = 0 }, { age, stage }) => hoursAtSetting > 0 && age === 4 && stage === 'school',
    ),
});
