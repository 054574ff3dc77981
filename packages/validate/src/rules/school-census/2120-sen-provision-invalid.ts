import { senProvisions } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Codes of before 2014 stand in the history of older pupils and are no fault there. */
export const senProvisionInvalid = recordRule({
  code: '2120',
  title: 'SEN provision is missing, or not a code of the DfE’s',
  severity: 'query',
  kinds: ['sen-provision'],
  fields: ['provision'],
  help: 'Use N, K or E.',
  source: census(2120),
  broken: ({ provision }) => provision === undefined || !senProvisions.accepts(provision),
});
