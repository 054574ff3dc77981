import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query and not an error as at the DfE: a school may wait for the UPN of a pupil who is new. */
export const upnMissing = recordRule({
  code: '1500',
  title: 'UPN is missing',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Ask the school for the UPN; where the pupil has none, the school allocates one.',
  source: census(1500),
  broken: ({ upn }) => isBlank(upn),
});
