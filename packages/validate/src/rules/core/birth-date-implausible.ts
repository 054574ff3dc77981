import { ageOn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The oldest age for which a school may be approved, by rules 350 and 360 of the census. */
const OLDEST = 27;

export const birthDateImplausible = recordRule({
  code: 'birth-date-implausible',
  title: 'Date of birth makes the pupil older than 27',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['birthDate'],
  help: 'Ask the school for the date of birth; the century or a digit of the year may be wrong.',
  source: ownRule(
    'DfE, School census 2018 to 2019, validation rules',
    'rules 350 and 360, age range 2 to 27',
  ),
  broken: ({ birthDate }, { asOf }) => birthDate !== undefined && ageOn(birthDate, asOf) > OLDEST,
});
