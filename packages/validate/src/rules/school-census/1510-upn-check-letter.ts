import { isUpn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Any first character before a well-formed body; what is wrong with the body is told by 1540 and 1550. */
const WELL_FORMED_BODY = /^.\d{11}[\dA-HJ-NP-RT-Z]$/;

export const upnCheckLetter = recordRule({
  code: '1510',
  title: 'UPN has the wrong check letter (character 1)',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn'],
  help: 'A digit of the UPN is wrong or two are swapped: compare it with the school’s record of the pupil.',
  source: census(1510),
  broken: ({ upn }) => upn !== undefined && !isUpn(upn) && WELL_FORMED_BODY.test(upn),
});
