import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const birthDateFuture = recordRule({
  code: 'birth-date-future',
  title: 'Date of birth is still to come',
  severity: 'error',
  kinds: ['pupil'],
  fields: ['birthDate'],
  help: 'Ask the school for the date of birth; day and year are often swapped, or the century is wrong.',
  source: byDefinition('date of birth'),
  broken: ({ birthDate }, { asOf }) => birthDate !== undefined && birthDate > asOf,
});
