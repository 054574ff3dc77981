import { attendanceCount } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Absences and closures may be entered ahead; nobody has attended a session that is still to come. */
export const attendanceMarkFuture = recordRule({
  code: 'attendance-mark-future',
  title: 'Pupil attended a session that is still to come',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['date', 'code'],
  help: 'Ask the school whether its registers are filled ahead.',
  source: byDefinition('attendance marks'),
  broken: ({ code, date }, { asOf }) => date > asOf && attendanceCount(code, date) === 'attended',
});
