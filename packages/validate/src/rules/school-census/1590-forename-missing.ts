import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query, as for the surname. */
export const forenameMissing = recordRule({
  code: '1590',
  title: 'Pupil has no forename',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['forename'],
  help: 'Ask the school for the legal forename. A person with one name alone has it in both fields.',
  source: census(1590),
  broken: ({ forename }) => isBlank(forename),
});
