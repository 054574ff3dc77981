import { ethnicities } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Only information when it is missing: transfer files need not carry it. */
export const ethnicityInvalid = recordRule({
  code: '1630',
  title: 'Ethnicity is missing, or not a code of the DfE’s',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['ethnicity'],
  help: 'Use a code of the DfE’s list: REFU where it was refused, NOBT where it was not obtained.',
  source: census(1630),
  broken: ({ ethnicity }) =>
    ethnicity === undefined ? { severity: 'info' } : !ethnicities.accepts(ethnicity),
});
