import { exclusionCategories } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** An error: without a category it counts neither as a suspension nor as permanent. FIXD is SUSP of old. */
export const exclusionCategoryInvalid = recordRule({
  code: '2275',
  title: 'Exclusion category is not a code of the DfE’s',
  severity: 'error',
  kinds: ['exclusion'],
  fields: ['category'],
  help: 'Use SUSP, PERM or LNCH.',
  source: census(2275),
  broken: ({ category }) => category !== undefined && !exclusionCategories.accepts(category),
});
