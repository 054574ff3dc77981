import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';
import { enteredAfterAttending } from '../../summer-attendance.js';

/** Year groups into which pupils of the school move up from its nursery or year 11. */
export const MOVED_UP: ReadonlySet<string | undefined> = new Set(['R', '12']);

export const entryMovedUp = pupilRule({
  code: '1882',
  title: 'Pupil moved up to reception or year 12 in the school has a new entry date',
  severity: 'query',
  kinds: ['attendance-summary', 'enrolment'],
  fields: ['entryDate', 'yearGroup'],
  help: 'The entry date stays that of the first entry unless the pupil left: ask the school for it.',
  source: census(1882),
  broken: (group, { asOf }) => enteredAfterAttending(group, asOf, 2, (yearGroup) => MOVED_UP.has(yearGroup)),
});
