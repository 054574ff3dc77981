import { academicYearOf, type Exclusion } from '@rollbook/model';
import { isSuspension, limitedSessions, SUSPENSION_LIMIT_SESSIONS } from '../../exclusion-limits.js';
import { byStart } from '../../ordered.js';
import { storeRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The suspension of each school year that is the first to go over the limit. */
function firstBeyond(exclusions: readonly Exclusion[]): Map<number, Exclusion> {
  const sums = new Map<number, number>();
  const found = new Map<number, Exclusion>();
  for (const record of byStart(exclusions, ({ startDate }) => startDate)) {
    if (record.startDate === undefined) continue;
    const year = academicYearOf(record.startDate);
    const before = sums.get(year) ?? 0;
    const sum = before + limitedSessions(record);
    sums.set(year, sum);
    if (before <= SUSPENSION_LIMIT_SESSIONS && sum > SUSPENSION_LIMIT_SESSIONS) found.set(year, record);
  }
  return found;
}

/** What two schools tell alike is one suspension; what one school tells twice is two, such as a morning and an afternoon. */
function eachOnce(bySchool: readonly (readonly Exclusion[])[]): Exclusion[] {
  const most = new Map<string, number>();
  return bySchool.flatMap((exclusions) => {
    const own = new Map<string, number>();
    return exclusions.filter((record) => {
      const { startDate, category, sessions } = record;
      const told = `${startDate} ${isSuspension(record) ? 'SUSP' : category} ${sessions}`;
      const times = (own.get(told) ?? 0) + 1;
      own.set(told, times);
      if (times <= (most.get(told) ?? 0)) return false;
      most.set(told, times);
      return true;
    });
  });
}

/** Where one school's records alone go over, `exclusion-sessions-limit` tells it. */
export const suspensionLimitAcrossSchools = storeRule({
  code: 'suspension-limit-across-schools',
  title: 'Suspensions at all schools together go over 45 school days in a school year',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['sessions', 'startDate', 'category'],
  by: 'upn',
  help: 'The limit of 45 days holds for all schools in sum: ask the last school whether it knows of the earlier ones.',
  source: ownRule('DfE, Suspension and permanent exclusion guidance', 'limit of 45 school days'),
  broken: ({ pupils }) => {
    const bySchool = pupils.map((group) => group.of('exclusion'));
    const alone = new Set(bySchool.flatMap((exclusions) => [...firstBeyond(exclusions).keys()]));
    return [...firstBeyond(eachOnce(bySchool))].flatMap(([year, record]) =>
      alone.has(year) ? [] : [{ record }],
    );
  },
});
