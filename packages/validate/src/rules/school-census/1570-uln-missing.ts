import { ageOn } from '@rollbook/model';
import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: few files but the census carry the ULN. */
export const ulnMissing = recordRule({
  code: '1570',
  title: 'Pupil aged 14 or over has no unique learner number',
  severity: 'info',
  kinds: ['pupil'],
  fields: ['uln', 'birthDate'],
  help: 'The school gets the ULN from the Learning Records Service.',
  source: census(1570),
  broken: ({ uln, birthDate }, { asOf }) =>
    isBlank(uln) && birthDate !== undefined && ageOn(birthDate, asOf) >= 14,
});
