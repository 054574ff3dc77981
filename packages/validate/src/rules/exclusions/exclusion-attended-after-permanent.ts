import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Told once a pupil; with any review the pupil may have been reinstated. */
export const exclusionAttendedAfterPermanent = pupilRule({
  code: 'exclusion-attended-after-permanent',
  title: 'Pupil is marked present after a permanent exclusion',
  severity: 'query',
  kinds: ['attendance-mark', 'exclusion'],
  fields: ['code', 'date'],
  help: 'Ask the school for the governors’ decision; a pupil who is back was reinstated.',
  source: byDefinition('exclusion'),
  broken: (group) => {
    let from: string | undefined;
    for (const { category, startDate, attended, reviews } of group.of('exclusion')) {
      if (
        category !== 'PERM' ||
        startDate === undefined ||
        attended !== undefined ||
        (reviews?.length ?? 0) > 0
      )
        continue;
      if (from === undefined || startDate < from) from = startDate;
    }
    if (from === undefined) return undefined;
    const after = from;
    const record = firstMark(
      group.of('attendance-mark'),
      ({ code, date }) => date > after && (code === '/' || code === '\\' || code === 'L'),
    );
    return record && { record };
  },
});
