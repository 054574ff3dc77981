import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary } from '../../testing/samples.js';
import { sessionsMissed } from './2530-sessions-missed.js';

const missed = (sessionsAuthorised: number | undefined, sessionsUnauthorised: number | undefined) =>
  anAttendanceSummary({ sessionsPossible: 10, sessionsAuthorised, sessionsUnauthorised });

proveRule(sessionsMissed, {
  fails: {
    'both together': missed(6, 5),
    'one alone': missed(undefined, 11),
    'the other alone': missed(11, undefined),
  },
  passes: {
    'every session': missed(6, 4),
    'no possible sessions told': anAttendanceSummary({ sessionsPossible: undefined }),
  },
});
