import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { codeWithoutSessions } from './2480-code-without-sessions.js';

const counted = (sessionsByCode: Record<string, number> | undefined) =>
  anAttendanceSummary({ sessionsByCode });

proveRule(codeWithoutSessions, {
  fails: {
    'none, the first named': { records: counted({ I: 2, L: 0, M: 0 }), severity: 'info', value: 'L' },
    'less than none, behind none': { records: counted({ L: 0, M: -1 }), value: 'M' },
  },
  passes: { one: counted({ I: 1 }), 'no code': counted({}), 'not by code': counted(undefined) },
});
