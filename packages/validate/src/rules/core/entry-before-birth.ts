import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** A query: either date may be the wrong one. */
export const entryBeforeBirth = pupilRule({
  code: 'entry-before-birth',
  title: 'Pupil entered the school before being born',
  severity: 'query',
  kinds: ['enrolment', 'pupil'],
  fields: ['entryDate', 'birthDate'],
  help: 'Ask the school for the entry date and the date of birth.',
  source: byDefinition('enrolment'),
  broken: (group) => {
    const birthDate = group.pupil?.birthDate;
    if (birthDate === undefined) return undefined;
    return group
      .of('enrolment')
      .filter(({ entryDate }) => entryDate !== undefined && entryDate < birthDate)
      .map((record) => ({ record }));
  },
});
