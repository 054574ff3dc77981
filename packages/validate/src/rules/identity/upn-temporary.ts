import { isTemporaryUpn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const upnTemporary = recordRule({
  code: 'upn-temporary',
  title: 'UPN is a temporary one',
  severity: 'info',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'The permanent UPN should follow from the pupil’s last school; the temporary one is then a former UPN.',
  source: ownRule('DfE, Unique pupil numbers, guide for schools and local authorities', 'temporary UPNs'),
  broken: ({ upn }) => upn !== undefined && isTemporaryUpn(upn),
});
