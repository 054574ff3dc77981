import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const exclusionReviewEarly = recordRule({
  code: 'exclusion-review-early',
  title: 'Exclusion was reviewed before it began',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['reviews', 'startDate'],
  help: 'Ask the school for the date of the review; it may be of an earlier exclusion.',
  source: byDefinition('exclusion'),
  broken: ({ reviews, startDate }) => {
    if (reviews === undefined || startDate === undefined) return false;
    const review = reviews.find(({ date }) => date !== undefined && date < startDate);
    return review?.date !== undefined && { value: review.date };
  },
});
