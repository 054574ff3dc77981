import { attendanceCodes } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const attendanceMarkOutOfDate = recordRule({
  code: 'attendance-mark-out-of-date',
  title: 'Attendance code was not in use on the day of the session',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['code', 'date'],
  help: 'Ask the school to use the codes in force since 19 August 2024, such as C1, J1 and Y1 for C, J and Y.',
  source: ownRule('DfE, Working together to improve school attendance', 'attendance and absence codes'),
  broken: ({ code, date }) => attendanceCodes.lookup(code, date).status === 'out-of-date',
});
