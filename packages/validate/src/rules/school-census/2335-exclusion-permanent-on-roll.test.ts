import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, anExclusion } from '../../testing/samples.js';
import { exclusionPermanentOnRoll } from './2335-exclusion-permanent-on-roll.js';

const permanent = anExclusion({ category: 'PERM', sessions: undefined });

proveRule(exclusionPermanentOnRoll, {
  fails: {
    'excluded on the day of entry': [anEnrolment({ entryDate: '2026-09-14' }), permanent],
    'no entry date': [anEnrolment({ entryDate: undefined }), permanent],
    'no start': [anEnrolment(), { ...permanent, startDate: undefined }],
    'no leaving date': [anEnrolment(), permanent],
  },
  passes: {
    'a leaving date to come': [anEnrolment({ leavingDate: '2026-10-09' }), permanent],
    'a suspension': [anEnrolment(), anExclusion()],
    'back on the roll': [anEnrolment({ entryDate: '2026-09-21' }), permanent],
    'from another school': [anEnrolment(), anExclusion({ category: 'PERM', attended: '8564002' })],
  },
});
