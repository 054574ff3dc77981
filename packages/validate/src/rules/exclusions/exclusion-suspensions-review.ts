import { isPastDeadline } from '../../deadline.js';
import {
  BOARD_MEETS_WITHIN_DAYS,
  BOARD_MUST_MEET_SESSIONS,
  limitedSessions,
} from '../../exclusion-limits.js';
import { byStart } from '../../ordered.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Spring ends with April and summer with August at the latest; school terms by Easter would need each school’s dates. */
function termOf(date: string): string {
  const month = date.slice(5, 7);
  return date.slice(0, 4) + (month <= '04' ? 'spring' : month <= '08' ? 'summer' : 'autumn');
}

/** Told of the suspension that goes over. A review of another suspension does not count for it. */
export const exclusionSuspensionsReview = pupilRule({
  code: 'exclusion-suspensions-review',
  title: 'Suspensions of more than 15 school days in a term have no review by the governors',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['startDate', 'reviews', 'sessions'],
  help: 'Ask the school for the governors’ decision; they must meet within 15 school days.',
  source: ownRule(
    'DfE, Suspension and permanent exclusion guidance',
    'governing board’s duty to consider reinstatement',
  ),
  broken: (group, { asOf, calendar }) => {
    const all = group.of('exclusion');
    let sum = 0;
    for (const one of all) sum += limitedSessions(one);
    if (sum <= BOARD_MUST_MEET_SESSIONS) return undefined;
    const found: PupilFinding[] = [];
    let term = '';
    for (const record of byStart(all, ({ startDate }) => startDate)) {
      const { startDate, reviews, school } = record;
      if (startDate === undefined) continue;
      const its = termOf(startDate);
      if (its !== term) {
        term = its;
        sum = 0;
      }
      const before = sum;
      sum += limitedSessions(record);
      if (before > BOARD_MUST_MEET_SESSIONS || sum <= BOARD_MUST_MEET_SESSIONS || (reviews?.length ?? 0) > 0)
        continue;
      if (isPastDeadline(calendar, startDate, asOf, BOARD_MEETS_WITHIN_DAYS, school)) found.push({ record });
    }
    return found;
  },
});
