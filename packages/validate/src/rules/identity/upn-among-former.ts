import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const upnAmongFormer = recordRule({
  code: 'upn-among-former',
  title: 'UPN is also given as a former UPN of the same pupil',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['formerUpns', 'upn'],
  help: 'Ask the school which UPN is the present one.',
  source: byDefinition('pupil'),
  broken: ({ upn, formerUpns }) => upn !== undefined && formerUpns?.includes(upn) === true && { value: upn },
});
