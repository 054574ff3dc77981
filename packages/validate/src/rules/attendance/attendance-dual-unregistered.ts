import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Told once a pupil. */
export const attendanceDualUnregistered = pupilRule({
  code: 'attendance-dual-unregistered',
  title: 'Pupil is marked at another school without a dual registration',
  severity: 'query',
  kinds: ['attendance-mark', 'enrolment'],
  fields: ['code', 'date'],
  help: 'Ask the school for the enrolment status: M or S for a pupil of two schools.',
  source: ownRule('DfE, Working together to improve school attendance', 'code D'),
  broken: (group) => {
    const registered = group.of('enrolment').filter(({ current }) => current === true);
    if (registered.length === 0 || registered.some(({ status }) => status !== 'C')) return undefined;
    const record = firstMark(group.of('attendance-mark'), ({ code }) => code === 'D');
    return record && { record };
  },
});
