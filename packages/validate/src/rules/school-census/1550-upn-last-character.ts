import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A digit, or one of the letters of a temporary UPN: not I, O and S. */
const LAST = /[\dA-HJ-NP-RT-Z]/;

/** Short UPNs lack character 13; blank ones are missing, which 1500 finds. */
export const upnLastCharacter = recordRule({
  code: '1550',
  title: 'UPN is short of 13 characters, or character 13 is not allowed',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'Compare the UPN with the school’s record of the pupil.',
  source: census(1550),
  broken: ({ upn }) => upn !== undefined && upn.trim() !== '' && !LAST.test(upn.charAt(12)),
});
