import { attendanceCodes } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** An error: without a meaning the mark counts neither as attended nor as missed. */
export const attendanceMarkUnknown = recordRule({
  code: 'attendance-mark-unknown',
  title: 'Attendance mark is no code of the DfE’s, of today or before',
  severity: 'error',
  kinds: ['attendance-mark'],
  fields: ['code'],
  help: 'Map the school’s own code to the DfE’s in the export.',
  source: ownRule('DfE, Working together to improve school attendance', 'attendance and absence codes'),
  broken: ({ code }) => !attendanceCodes.accepts(code),
});
