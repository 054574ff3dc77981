import { ageOn } from '@rollbook/model';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/**
 * Youngest and oldest, with a year or two of room for pupils who are ahead or kept back. The multiplication tables
 * check of year 4 is of key stage 2, the phonics check of year 1 of key stage 1.
 */
const AGES: Readonly<Record<string, readonly [number, number] | undefined>> = {
  EYF: [3, 6],
  KS1: [5, 9],
  KS2: [7, 12],
  KS4: [12, 19],
};

export const assessmentStageAge = pupilRule({
  code: 'assessment-stage-age',
  title: 'Pupil’s age is unusual for the stage of the assessment',
  severity: 'info',
  kinds: ['assessment-result', 'pupil'],
  fields: ['stage', 'resultDate'],
  help: 'Ask the school for the stage, and for the date of the result.',
  source: byDefinition('assessment results'),
  broken: (group) => {
    const birthDate = group.pupil?.birthDate;
    if (birthDate === undefined) return undefined;
    return group
      .of('assessment-result')
      .filter(({ stage, resultDate }) => {
        const ages = stage === undefined ? undefined : AGES[stage];
        if (ages === undefined || resultDate === undefined || resultDate < birthDate) return false;
        const age = ageOn(birthDate, resultDate);
        return age < ages[0] || age > ages[1];
      })
      .map((record) => ({ record }));
  },
});
