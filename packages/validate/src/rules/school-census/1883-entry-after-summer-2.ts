import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { enteredAfterAttending } from '../../summer-attendance.js';
import { MOVED_UP } from './1882-entry-moved-up.js';

/** Those who moved up to reception or year 12 have rule 1882. */
export const entryAfterSummer2 = pupilRule({
  code: '1883',
  title: 'Entry date is after the second half of a summer term that the pupil attended here',
  severity: 'query',
  kinds: ['attendance-summary', 'enrolment'],
  fields: ['entryDate'],
  help: 'Ask the school whether the pupil left and came back; if not, for the first entry date.',
  source: census(1883),
  broken: (group, { asOf }) => enteredAfterAttending(group, asOf, 2, (yearGroup) => !MOVED_UP.has(yearGroup)),
});
