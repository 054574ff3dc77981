import { isTemporaryUpn, isUpn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const upnTemporaryKept = recordRule({
  code: 'upn-temporary-kept',
  title: 'UPN is temporary though a permanent one is known',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn', 'formerUpns'],
  help: 'Make the permanent UPN the present one and the temporary one a former one.',
  source: ownRule('DfE, Unique pupil numbers, guide for schools and local authorities', 'temporary UPNs'),
  broken: ({ upn, formerUpns }) =>
    upn !== undefined &&
    formerUpns !== undefined &&
    isTemporaryUpn(upn) &&
    formerUpns.some((former) => isUpn(former) && !isTemporaryUpn(former)),
});
