import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { enteredAfterAttending } from '../../summer-attendance.js';

export const entryAfterSummer1 = pupilRule({
  code: '1881',
  title: 'Entry date is after the first half of a summer term that the pupil attended here',
  severity: 'query',
  kinds: ['attendance-summary', 'enrolment'],
  fields: ['entryDate'],
  help: 'Ask the school whether the pupil left and came back; if not, for the first entry date.',
  source: census(1881),
  broken: (group, { asOf }) => enteredAfterAttending(group, asOf, 1),
});
