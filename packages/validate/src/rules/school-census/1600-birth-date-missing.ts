import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query: extracts of attendance or results may name pupils by UPN alone. */
export const birthDateMissing = recordRule({
  code: '1600',
  title: 'Pupil has no date of birth',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['birthDate'],
  help: 'Ask the school for the date of birth; without it a pupil is matched by UPN alone.',
  source: census(1600),
  broken: ({ birthDate }) => birthDate === undefined,
});
