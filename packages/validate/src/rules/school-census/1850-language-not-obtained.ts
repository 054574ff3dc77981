import { fileRule } from '../../rule.js';
import { Share } from '../../share.js';
import { census } from '../../sources.js';

export const languageNotObtained = fileRule({
  code: '1850',
  title: 'First language is not obtained of more than 10 in a hundred pupils',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['languages'],
  help: 'Ask the school to ask parents, and to use REF where they do not want to say.',
  source: census(1850),
  begin: () => {
    const share = new Share();

    return {
      see: ({ languages }) => {
        share.add(languages?.some(({ code }) => code === 'NOT') === true);
        return false;
      },
      end: () => share.isAbove(10),
    };
  },
});
