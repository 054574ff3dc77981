import { isUln } from '@rollbook/model';
import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const ulnInvalid = recordRule({
  code: '1575',
  title: 'ULN is not ten digits with the right check digit',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['uln'],
  help: 'Compare the ULN with the Learning Records Service.',
  source: census(1575),
  broken: ({ uln }) => uln !== undefined && !isBlank(uln) && !isUln(uln),
});
