import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const attendanceSevereAbsence = recordRule({
  code: 'attendance-severe-absence',
  title: 'Pupil missed half or more of the possible sessions',
  severity: 'info',
  kinds: ['attendance-summary'],
  fields: ['sessionsAuthorised', 'sessionsUnauthorised', 'sessionsPossible'],
  help: 'Agree intensive support with the school and the family; the absence may hide a need or a neglect.',
  source: ownRule('DfE, Working together to improve school attendance', 'persistent and severe absence'),
  broken: ({ sessionsPossible, sessionsAuthorised = 0, sessionsUnauthorised = 0 }) => {
    const missed = sessionsAuthorised + sessionsUnauthorised;
    return sessionsPossible !== undefined && sessionsPossible > 0 && missed * 2 >= sessionsPossible;
  },
});
