import { byStart } from '../../ordered.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** One may begin in the session after the other ends, on the same day. */
export const exclusionOverlap = pupilRule({
  code: 'exclusion-overlap',
  title: 'Two exclusions of a pupil overlap',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['startDate', 'endDate'],
  help: 'Ask the school whether one is a copy or an extension of the other.',
  source: byDefinition('exclusion'),
  broken: (group) => {
    const all = group.of('exclusion');
    if (all.length < 2) return undefined;
    const found: PupilFinding[] = [];
    let until: string | undefined;
    for (const record of byStart(
      all.filter(({ category, endDate }) => category !== 'LNCH' && endDate !== undefined),
      ({ startDate }) => startDate,
    )) {
      const { startDate, endDate = '' } = record;
      if (startDate === undefined) continue;
      if (until !== undefined && startDate < until) found.push({ record });
      if (until === undefined || endDate > until) until = endDate;
    }
    return found;
  },
});
