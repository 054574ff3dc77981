import { registrationsAtSeveral } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const dualMainMissing = storeRule({
  code: 'dual-main-missing',
  title: 'Pupil has a subsidiary registration and no school has the main one',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['status', 'current'],
  by: 'upn',
  help: 'Ask the schools which of them is the main one.',
  source: byDefinition('enrolment'),
  broken: (person, { asOf }) => {
    const current = registrationsAtSeveral(person, asOf);
    if (current.some(({ status }) => status === 'M')) return undefined;
    const record = current.find(({ status }) => status === 'S');
    return record && { record };
  },
});
