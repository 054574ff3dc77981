import { fsmCountries } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const fsmCountry = recordRule({
  code: '1764',
  title: 'Country of free school meals is not a code of the DfE’s',
  severity: 'query',
  kinds: ['fsm-spell'],
  fields: ['country'],
  help: 'Use ENG, WLS, SCT or NIR.',
  source: census(1764),
  broken: ({ country }) => country !== undefined && !fsmCountries.accepts(country),
});
