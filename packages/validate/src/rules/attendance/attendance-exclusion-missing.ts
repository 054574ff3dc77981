import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Told once a pupil, and only where the file has exclusions of the pupil. */
export const attendanceExclusionMissing = pupilRule({
  code: 'attendance-exclusion-missing',
  title: 'Pupil is marked as excluded on a day that no exclusion covers',
  severity: 'query',
  kinds: ['attendance-mark', 'exclusion'],
  fields: ['code', 'date'],
  help: 'Ask the school for the exclusion, or for its last day.',
  source: ownRule('DfE, Working together to improve school attendance', 'code E'),
  broken: (group) => {
    const exclusions = group.of('exclusion');
    if (exclusions.length === 0) return undefined;
    const record = firstMark(
      group.of('attendance-mark'),
      ({ code, date }) =>
        code === 'E' &&
        !exclusions.some(
          ({ startDate, endDate }) =>
            (startDate === undefined || startDate <= date) && (endDate === undefined || date <= endDate),
        ),
    );
    return record && { record };
  },
});
