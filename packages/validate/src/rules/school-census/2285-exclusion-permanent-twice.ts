import { byStart, repeated } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const exclusionPermanentTwice = pupilRule({
  code: '2285',
  title: 'Pupil has more than one permanent exclusion from one school',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['category', 'startDate'],
  help: 'Ask the school which one stands; one that the governors overturned is to be taken out.',
  source: census(2285),
  broken: (group) => {
    const permanent = group.of('exclusion').filter(({ category }) => category === 'PERM');
    if (permanent.length < 2) return undefined;
    const ordered = byStart(permanent, ({ startDate }) => startDate);
    return repeated(ordered, ({ attended }) => attended ?? '').map((record) => ({ record }));
  },
});
