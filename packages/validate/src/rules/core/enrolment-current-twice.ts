import { currentEnrolments } from '../../current-enrolments.js';
import { byStart, repeated } from '../../ordered.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const enrolmentCurrentTwice = pupilRule({
  code: 'enrolment-current-twice',
  title: 'Pupil has two current registrations at one school',
  severity: 'query',
  kinds: ['enrolment'],
  fields: ['entryDate', 'leavingDate', 'attended', 'current'],
  help: 'Ask the school for the leaving date of the earlier registration.',
  source: byDefinition('enrolment'),
  broken: (group, { asOf }) => {
    const current = currentEnrolments(group, asOf);
    if (current.length < 2) return undefined;
    const ordered = byStart(current, ({ entryDate }) => entryDate);
    return repeated(ordered, ({ attended }) => attended ?? '').map((record) => ({ record }));
  },
});
