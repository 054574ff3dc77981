import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const assessmentResultBeforeBirth = pupilRule({
  code: 'assessment-result-before-birth',
  title: 'Assessment was taken before the pupil was born',
  severity: 'query',
  kinds: ['assessment-result', 'pupil'],
  fields: ['resultDate'],
  help: 'Ask the school for the date of birth and of the result.',
  source: byDefinition('assessment results'),
  broken: (group) => {
    const birthDate = group.pupil?.birthDate;
    if (birthDate === undefined) return undefined;
    return group
      .of('assessment-result')
      .filter(({ resultDate }) => resultDate !== undefined && resultDate < birthDate)
      .map((record) => ({ record }));
  },
});
