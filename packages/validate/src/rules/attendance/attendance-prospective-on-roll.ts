import { firstMark } from '../../marks.js';
import { pupilRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Told once a pupil. */
export const attendanceProspectiveOnRoll = pupilRule({
  code: 'attendance-prospective-on-roll',
  title: 'Register calls a pupil prospective who was on the roll',
  severity: 'query',
  kinds: ['attendance-mark', 'enrolment'],
  fields: ['code', 'date'],
  help: 'Ask the school for the entry date, and for the mark in place of Z.',
  source: ownRule('DfE, Working together to improve school attendance', 'code Z'),
  broken: (group) => {
    const record = firstMark(
      group.of('attendance-mark'),
      ({ code, date }) =>
        code === 'Z' &&
        group
          .of('enrolment')
          .some(
            ({ current, entryDate, leavingDate }) =>
              current === true &&
              entryDate !== undefined &&
              entryDate <= date &&
              (leavingDate === undefined || date <= leavingDate),
          ),
    );
    return record && { record };
  },
});
