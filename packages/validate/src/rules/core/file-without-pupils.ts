import { fileRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** An export whose filter is wrong succeeds with nothing in it. */
export const fileWithoutPupils = fileRule({
  code: 'file-without-pupils',
  title: 'The file has no pupil in it',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['key'],
  help: 'Ask the school to look at the filter of its export.',
  source: byDefinition('batches'),
  begin: () => {
    let any = false;
    return {
      see: () => {
        any = true;
        return undefined;
      },
      end: () => !any,
    };
  },
});
