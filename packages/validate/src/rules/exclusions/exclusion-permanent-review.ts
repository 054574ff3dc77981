import { isPastDeadline } from '../../deadline.js';
import { BOARD_MEETS_WITHIN_DAYS } from '../../exclusion-limits.js';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Counted from the first day, on which the governors are told at the latest in general. */
export const exclusionPermanentReview = recordRule({
  code: 'exclusion-permanent-review',
  title: 'Permanent exclusion has no review although the governors were to meet',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['reviews', 'startDate', 'category'],
  help: 'Ask the school for the governors’ decision; they must meet within 15 school days.',
  source: ownRule(
    'DfE, Suspension and permanent exclusion guidance',
    'governing board’s duty to consider reinstatement',
  ),
  broken: ({ category, startDate, reviews, school }, { asOf, calendar }) =>
    category === 'PERM' &&
    startDate !== undefined &&
    (reviews === undefined || reviews.length === 0) &&
    isPastDeadline(calendar, startDate, asOf, BOARD_MEETS_WITHIN_DAYS, school),
});
