import { languages as languageCodes } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Only information when it is missing: transfer files need not carry it. */
export const languageInvalid = recordRule({
  code: '1840',
  title: 'Language is missing, or not a code of the DfE’s',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['languages'],
  help: 'Use a code of the DfE’s list, such as ENG; ENB and OTB where a language is only believed.',
  source: census(1840),
  broken: ({ languages }) => {
    if (languages === undefined || languages.length === 0) return { severity: 'info' };
    const wrong = languages.find(({ code }) => !languageCodes.accepts(code));
    return wrong && { value: wrong.code };
  },
});
