import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** A child who has left care, or is said to be in none, has no authority to name. */
export const lookedAfterAuthorityMissing = recordRule({
  code: 'looked-after-authority-missing',
  title: 'Looked-after pupil has no authority that cares',
  severity: 'query',
  kinds: ['looked-after'],
  fields: ['careAuthority', 'inCare', 'endDate'],
  help: 'Ask the school which authority looks after the pupil; the virtual school head needs to know.',
  source: ownRule('DfE, Common transfer file', 'looked after, care authority'),
  broken: ({ careAuthority, inCare, postLookedAfter, endDate }, { asOf }) =>
    isBlank(careAuthority) &&
    inCare !== false &&
    postLookedAfter === undefined &&
    (endDate === undefined || endDate >= asOf),
});
