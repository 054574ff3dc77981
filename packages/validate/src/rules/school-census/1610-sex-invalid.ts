import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** The census takes F and M alone. The item was called gender before 2023. */
export const sexInvalid = recordRule({
  code: '1610',
  title: 'Sex is missing, or neither F nor M',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['sex'],
  help: 'Ask the school for the pupil’s legal sex; gender identity has a field of its own.',
  source: census(1610),
  broken: ({ sex }) => sex !== 'F' && sex !== 'M',
});
