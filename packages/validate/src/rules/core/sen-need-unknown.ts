import { senNeeds } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const senNeedUnknown = recordRule({
  code: 'sen-need-unknown',
  title: 'Type of SEN is not a code of the DfE’s',
  severity: 'query',
  kinds: ['sen-need'],
  fields: ['need'],
  help: 'Use a code of the DfE’s list, such as SLCN or SEMH; BESD was replaced in 2014.',
  source: ownRule('DfE, School census 2018 to 2019, validation rules', 'rule 2170, valid SEN type'),
  broken: ({ need, endDate }, { asOf }) =>
    need !== undefined && !senNeeds.accepts(need, endDate !== undefined && endDate < asOf ? endDate : asOf),
});
