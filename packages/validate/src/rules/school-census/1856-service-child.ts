import { serviceChildIndicators } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const serviceChildInvalid = recordRule({
  code: '1856',
  title: 'Service child indicator is missing, or not a code of the DfE’s',
  severity: 'query',
  kinds: ['service-child'],
  fields: ['indicator'],
  help: 'Use Y, N, U (unknown) or R (refused).',
  source: census(1856),
  broken: ({ indicator }) => indicator === undefined || !serviceChildIndicators.accepts(indicator),
});
