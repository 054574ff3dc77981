import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Information: both mean present. */
export const attendanceMarkSession = recordRule({
  code: 'attendance-mark-session',
  title: 'Present mark is of the other session: / is for the morning, \\ for the afternoon',
  severity: 'info',
  kinds: ['attendance-mark'],
  fields: ['code', 'session'],
  help: 'If it happens throughout, the columns of the export may be shifted by a session.',
  source: ownRule('DfE, Working together to improve school attendance', 'codes / and \\'),
  broken: ({ code, session }) => (code === '/' && session === 'PM') || (code === '\\' && session === 'AM'),
});
