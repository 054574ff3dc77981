import { registrationsAtSeveral } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const dualMainTwice = storeRule({
  code: 'dual-main-twice',
  title: 'Two schools have the main registration of the pupil',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['status', 'current'],
  by: 'upn',
  help: 'Ask the schools which of them is the main one; the other is subsidiary.',
  source: byDefinition('enrolment'),
  broken: (person, { asOf }) => {
    const [, record] = registrationsAtSeveral(person, asOf).filter(({ status }) => status === 'M');
    return record && { record };
  },
});
