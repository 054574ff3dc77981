import { presentMarks } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** The first and last day may be half days, so only whole days between them count. */
export const suspendedPresentElsewhere = storeRule({
  code: 'suspended-present-elsewhere',
  title: 'Pupil was present at this school while suspended from another',
  severity: 'query',
  kinds: ['attendance-mark', 'exclusion'],
  fields: ['code', 'date'],
  by: 'upn',
  help: 'Ask both schools; a pupil may attend another place while suspended, but the registers should agree.',
  source: byDefinition('exclusion'),
  broken: ({ pupils }) => {
    const spells = pupils
      .flatMap((group) => group.of('exclusion'))
      .filter(({ category }) => category === 'SUSP' || category === 'FIXD');
    if (spells.length === 0) return undefined;
    return pupils
      .flatMap(presentMarks)
      .filter(({ school, date }) =>
        spells.some(
          (spell) =>
            spell.school !== school &&
            spell.startDate !== undefined &&
            spell.endDate !== undefined &&
            spell.startDate < date &&
            date < spell.endDate,
        ),
      )
      .map((record) => ({ record }));
  },
});
