import { currentEnrolments } from '../../current-enrolments.js';
import { pupilRule } from '../../rule.js';

const DUAL: ReadonlySet<string | undefined> = new Set(['M', 'S']);

/** Information: who was away all the time by code X has none either. */
export const sessionsNone = pupilRule({
  code: '2502',
  title: 'No session was possible for a pupil who is registered at one school alone',
  severity: 'info',
  kinds: ['attendance-summary', 'enrolment'],
  fields: ['sessionsPossible', 'status'],
  help: 'None is right for a pupil of two schools who was at the other: ask the school for the sessions.',
  source: {
    document: 'ScholarPack help centre, School census 2021, query 2502Q',
    section: 'rule 2502',
    confirmed: true,
  },
  broken: (group, { asOf }) => {
    const enrolments = currentEnrolments(group, asOf);
    if (enrolments.length === 0 || enrolments.some(({ status }) => DUAL.has(status))) return undefined;
    return group
      .of('attendance-summary')
      .filter(({ sessionsPossible }) => sessionsPossible === 0)
      .map((record) => ({ record }));
  },
});
