import { isBlank } from '../../blank.js';
import { isRecognisedLa } from '../../la-numbers.js';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const lookedAfterAuthorityUnknown = recordRule({
  code: 'looked-after-authority-unknown',
  title: 'Authority that cares is not a recognised LA',
  severity: 'query',
  kinds: ['looked-after'],
  fields: ['careAuthority'],
  help: 'Use the LA’s number of three digits, such as 856 for Leicester.',
  source: ownRule('DfE, Common transfer file', 'looked after, care authority'),
  broken: ({ careAuthority }) =>
    careAuthority !== undefined && !isBlank(careAuthority) && !isRecognisedLa(careAuthority),
});
