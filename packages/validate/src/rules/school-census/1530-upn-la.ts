import { isRecognisedLa } from '../../la-numbers.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query, since new authorities come and the list here may be behind. */
export const upnLa = recordRule({
  code: '1530',
  title: 'UPN does not name a recognised LA (characters 2 to 4)',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Compare the UPN with the school’s record of the pupil.',
  source: census(1530),
  broken: ({ upn }) => upn !== undefined && upn.length >= 4 && !isRecognisedLa(upn.slice(1, 4)),
});
