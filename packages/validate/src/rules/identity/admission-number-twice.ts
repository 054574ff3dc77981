import { isBlank } from '../../blank.js';
import { fileRule } from '../../rule.js';
import { textNumber } from '../../seen-numbers.js';
import { byDefinition } from '../../sources.js';

/** One pupil may have a number in several registrations; it is two pupils that must not share one. */
export const admissionNumberTwice = fileRule({
  code: 'admission-number-twice',
  title: 'Another pupil of the school has the same admission number',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['admissionNumber', 'current'],
  help: 'Ask the school; an admission number belongs to one pupil for good.',
  source: byDefinition('enrolment'),
  begin: () => {
    const owners = new Map<number, number>();
    return {
      see: ({ admissionNumber, current, school, pupilKey }) => {
        if (current !== true || admissionNumber === undefined || isBlank(admissionNumber)) return false;
        const number = textNumber(`${school ?? ''}|${admissionNumber}`);
        const pupil = textNumber(pupilKey);
        const owner = owners.get(number);
        if (owner === undefined) owners.set(number, pupil);
        return owner !== undefined && owner !== pupil;
      },
    };
  },
});
