import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information when missing: files of funding need not carry it. */
export const hoursAtSettingMissing = pupilRule({
  code: '1855',
  title: 'Hours at the setting of a child of two or three are missing or less than none',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['hoursAtSetting'],
  help: 'Ask the school for all hours of the week, whoever pays for them.',
  source: census(1855),
  broken: (group, context) =>
    judgeFunding(group, context, ({ hoursAtSetting }, { age }) => {
      if (age !== 2 && age !== 3) return false;
      return hoursAtSetting === undefined ? { severity: 'info' } : hoursAtSetting < 0;
    }),
});
