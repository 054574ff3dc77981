import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fundedHoursOver = recordRule({
  code: '1859',
  title: 'Funded and extended hours are more than the hours at the setting',
  severity: 'query',
  kinds: ['early-years-funding'],
  fields: ['hoursAtSetting', 'fundedHours', 'extendedHours'],
  help: 'Ask the provider for the hours a week.',
  source: census(1859),
  broken: ({ hoursAtSetting, fundedHours = 0, extendedHours = 0 }) =>
    hoursAtSetting !== undefined && fundedHours + extendedHours > hoursAtSetting,
});
