import { proveRule } from '../../testing/prove-rule.js';
import { aLookedAfter, anAttendanceSummary, aPupilPremium, aSenProvision } from '../../testing/samples.js';
import { spellDates } from './spell-dates.js';

const backwards = { startDate: '2026-01-05', endDate: '2026-01-04' };

proveRule(spellDates, {
  fails: {
    'SEN provision': aSenProvision(backwards),
    'looked after': aLookedAfter(backwards),
    'pupil premium': aPupilPremium(backwards),
    'sums of attendance': anAttendanceSummary(backwards),
  },
  passes: {
    'one day': aSenProvision({ startDate: '2026-01-05', endDate: '2026-01-05' }),
    open: aSenProvision(),
    'an end alone': aSenProvision({ startDate: undefined, endDate: '2026-01-05' }),
  },
});
