import { proveRule } from '../../testing/prove-rule.js';
import { anAttendanceSummary, manyPupils } from '../../testing/samples.js';
import { authorisedHigh } from './2560-authorised-high.js';

const sums = (count: number, last: number | undefined, sessionsPossible: number | undefined = 10) =>
  manyPupils(count, (keys, i) => [
    anAttendanceSummary({ ...keys, sessionsPossible, sessionsAuthorised: i === 0 ? last : 3 }),
  ]);

proveRule(authorisedHigh, {
  fails: { 'one session too many': sums(30, 4) },
  passes: {
    'the very limit': sums(30, 3),
    'too few pupils': sums(29, 10),
    'too few whose authorised sessions are told': sums(30, undefined),
    'too few whose possible sessions are told': [...sums(29, 10), ...sums(1, 10, undefined)].map((one) =>
      one.key === 'name:28' && one.kind === 'attendance-summary'
        ? { ...one, sessionsPossible: undefined }
        : one,
    ),
  },
});
