import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query: extracts of attendance or results may name pupils by UPN alone. */
export const surnameMissing = recordRule({
  code: '1580',
  title: 'Pupil has no surname',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['surname'],
  help: 'Ask the school for the legal surname. A person with one name alone has it in both fields.',
  source: census(1580),
  broken: ({ surname }) => isBlank(surname),
});
