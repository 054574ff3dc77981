import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const uprnFormat = recordRule({
  code: '5155',
  title: 'UPRN is not one to twelve digits',
  severity: 'query',
  kinds: ['pupil', 'contact'],
  fields: ['address.uprn'],
  help: 'Look the property up in the council’s gazetteer.',
  source: census(5155),
  broken: ({ address }) => address?.uprn !== undefined && !/^\d{1,12}$/.test(address.uprn),
});
