import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

const DIGITS_5_TO_12 = /^.{4}\d{8}/;

export const upnDigits = recordRule({
  code: '1540',
  title: 'UPN has something other than digits in characters 5 to 12',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Compare the UPN with the school’s record of the pupil; the letters O and I often stand for 0 and 1.',
  source: census(1540),
  broken: ({ upn }) => upn !== undefined && upn.length >= 12 && !DIGITS_5_TO_12.test(upn),
});
