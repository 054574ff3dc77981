import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const upnTooLong = recordRule({
  code: 'upn-too-long',
  title: 'UPN has more than 13 characters',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Compare the UPN with the school’s record of the pupil.',
  source: ownRule('DfE, Unique pupil numbers, guide for schools and local authorities', 'format of a UPN'),
  broken: ({ upn }) => upn !== undefined && upn.length > 13,
});
