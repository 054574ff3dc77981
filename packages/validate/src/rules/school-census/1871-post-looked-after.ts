import { postLookedAfterArrangements } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const postLookedAfter = recordRule({
  code: '1871',
  title: 'Post-looked-after arrangement is not a code of the DfE’s',
  severity: 'query',
  kinds: ['looked-after'],
  fields: ['postLookedAfter'],
  help: 'Use a code of the DfE’s list, such as A for adopted or G for special guardianship.',
  source: census(1871),
  broken: ({ postLookedAfter: code }) => code !== undefined && !postLookedAfterArrangements.accepts(code),
});
