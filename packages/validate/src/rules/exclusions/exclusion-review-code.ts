import { exclusionReviewBodies, exclusionReviewResults } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const exclusionReviewCode = recordRule({
  code: 'exclusion-review-code',
  title: 'Exclusion was reviewed by a body or with a result that is not a code of the DfE’s',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['reviews'],
  help: 'Use GB or IRP for the body, and the DfE’s codes for the result.',
  source: ownRule('DfE, Common basic data set', 'exclusion review (CS105, CS137)'),
  broken: ({ reviews }) => {
    if (reviews === undefined) return false;
    for (const { body, result } of reviews) {
      if (body !== undefined && !exclusionReviewBodies.accepts(body)) return { value: body };
      if (result !== undefined && !exclusionReviewResults.accepts(result)) return { value: result };
    }
    return false;
  },
});
