import { academicYearOf } from '@rollbook/model';
import { limitedSessions, SUSPENSION_LIMIT_SESSIONS } from '../../exclusion-limits.js';
import { byStart } from '../../ordered.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Told of each suspension that goes over the limit of its school year. */
export const exclusionSessionsLimit = pupilRule({
  code: 'exclusion-sessions-limit',
  title: 'Pupil is suspended for more than 45 school days in a school year',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['sessions', 'startDate'],
  help: 'A head teacher may not go over 45 days in a school year: ask the school for the lengths.',
  source: ownRule('DfE, Suspension and permanent exclusion guidance', 'limit of 45 school days'),
  broken: (group) => {
    const suspensions = group
      .of('exclusion')
      .filter((record) => record.startDate !== undefined && limitedSessions(record) > 0);
    const sums = new Map<number, number>();
    const found: PupilFinding[] = [];
    for (const record of byStart(suspensions, ({ startDate }) => startDate)) {
      const year = academicYearOf(record.startDate as string);
      const sum = (sums.get(year) ?? 0) + limitedSessions(record);
      sums.set(year, sum);
      if (sum > SUSPENSION_LIMIT_SESSIONS) found.push({ record });
    }
    return found;
  },
});
