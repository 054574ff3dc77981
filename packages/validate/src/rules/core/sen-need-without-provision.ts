import { byKey } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const senNeedWithoutProvision = pupilRule({
  code: 'sen-need-without-provision',
  title: 'Pupil has a type of SEN but no provision',
  severity: 'query',
  kinds: ['sen-need', 'sen-provision'],
  fields: ['need'],
  help: 'Ask the school for the provision: K or E, or N if the need has ended.',
  source: ownRule('DfE, School census 2018 to 2019, validation rules', 'rules 2120 and 2125'),
  broken: (group) => {
    if (group.of('sen-provision').length > 0) return undefined;
    const [record] = byKey(group.of('sen-need'));
    return record && { record };
  },
});
