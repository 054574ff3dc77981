import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, inReturn } from '../../testing/samples.js';
import { absenceTwice } from './2505-absence-twice.js';

const sum = (sessionsAuthorised?: number, sessionsUnauthorised?: number) =>
  inReturn(anAttendanceSummary({ sessionsByCode: { I: 2 }, sessionsAuthorised, sessionsUnauthorised }));

proveRule(absenceTwice, {
  fails: { both: sum(2, 0), 'authorised alone': sum(2), 'unauthorised alone': sum(undefined, 1) },
  passes: {
    'codes alone': sum(),
    'sums alone': inReturn(anAttendanceSummary()),
    'in an extract': anAttendanceSummary({ sessionsByCode: { I: 2 } }),
  },
});
