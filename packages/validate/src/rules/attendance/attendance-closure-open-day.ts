import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const attendanceClosureOpenDay = recordRule({
  code: 'attendance-closure-open-day',
  title: 'Register has a planned closure on a day that is a school day',
  severity: 'info',
  kinds: ['attendance-mark'],
  fields: ['code', 'date'],
  help: 'Put the closure into the calendar, or ask the school for its registers of the day.',
  source: byDefinition('attendance marks'),
  broken: ({ code, date, school }, { calendar }) =>
    code === '#' && calendar.isSchoolDay(date, school) === true,
});
