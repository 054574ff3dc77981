import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Four hours; a school day of two sessions has six or seven. */
const LONGEST = 240;

export const attendanceLateLong = recordRule({
  code: 'attendance-late-long',
  title: 'Pupil was later than a session is long',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['minutesLate'],
  help: 'Ask the school for the minutes; they may be a time of day or seconds.',
  source: byDefinition('attendance marks'),
  broken: ({ minutesLate }) => minutesLate !== undefined && minutesLate > LONGEST,
});
