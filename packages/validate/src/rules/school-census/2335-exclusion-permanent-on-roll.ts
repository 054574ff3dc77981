import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** A query: the pupil stays on the roll until the reviews are over. */
export const exclusionPermanentOnRoll = pupilRule({
  code: '2335',
  title: 'Pupil is permanently excluded but still on the roll',
  severity: 'query',
  kinds: ['exclusion', 'enrolment'],
  fields: ['category', 'leavingDate'],
  help: 'Ask the school whether a review is still to come; if not, for the leaving date.',
  source: census(2335),
  broken: (group, { asOf }) => {
    const [registration] = currentEnrolments(group, asOf).filter(
      ({ leavingDate }) => leavingDate === undefined,
    );
    if (registration === undefined) return undefined;
    return group
      .of('exclusion')
      .filter(
        ({ category, startDate, attended }) =>
          category === 'PERM' &&
          attended === undefined &&
          // A pupil who came back after the exclusion is rightly there.
          (startDate === undefined ||
            registration.entryDate === undefined ||
            registration.entryDate <= startDate),
      )
      .map((record) => ({ record }));
  },
});
