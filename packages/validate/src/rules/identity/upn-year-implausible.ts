import { isUpn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const upnYearImplausible = recordRule({
  code: 'upn-year-implausible',
  title: 'UPN was given before the pupil was born, or is from a year still to come',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn', 'birthDate'],
  help: 'Compare the UPN and the date of birth with the school’s record of the pupil.',
  source: ownRule(
    'DfE, Unique pupil numbers, guide for schools and local authorities',
    'year of allocation, characters 9 and 10',
  ),
  broken: ({ upn, birthDate }, { asOf }) => {
    if (upn === undefined || birthDate === undefined || !isUpn(upn)) return false;
    const born = Number(birthDate.slice(0, 4));
    // The first year with these two digits that isn't before the birth.
    const given = born + ((Number(upn.slice(8, 10)) - (born % 100) + 100) % 100);
    return given > Number(asOf.slice(0, 4));
  },
});
