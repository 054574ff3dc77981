import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const pupilUnidentifiable = recordRule({
  code: 'pupil-unidentifiable',
  title:
    'Nothing tells this pupil from another: no UPN, no id of the supplier, and no full name with date of birth',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['upn', 'supplierIds', 'surname', 'forename', 'birthDate'],
  help: 'Ask the school for the UPN, or for surname, forename and date of birth.',
  source: ownRule('Capita ONE, B2B: Student handbook', 'matching of students'),
  broken: ({ upn, supplierIds, surname, forename, birthDate }) =>
    isBlank(upn) &&
    (supplierIds === undefined || Object.keys(supplierIds).length === 0) &&
    (isBlank(surname) || isBlank(forename) || birthDate === undefined),
});
