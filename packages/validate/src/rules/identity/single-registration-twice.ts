import { registrationsAtSeveral } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const singleRegistrationTwice = storeRule({
  code: 'single-registration-twice',
  title: 'Two schools have a single registration of the pupil from one day',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['status', 'entryDate', 'current'],
  by: 'upn',
  help: 'Ask both schools; two registrations at one time are a main and a subsidiary one.',
  source: byDefinition('enrolment'),
  broken: (person, { asOf }) => {
    const [first, ...others] = registrationsAtSeveral(person, asOf).filter(({ status }) => status === 'C');
    const record = others.find(
      ({ school, entryDate }) => school !== first?.school && entryDate === first?.entryDate,
    );
    return record && { record };
  },
});
