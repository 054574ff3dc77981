import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const attendancePersistentAbsence = recordRule({
  code: 'attendance-persistent-absence',
  title: 'Pupil missed a tenth or more of the possible sessions',
  severity: 'info',
  kinds: ['attendance-summary'],
  fields: ['sessionsAuthorised', 'sessionsUnauthorised', 'sessionsPossible'],
  help: 'Agree support with the school and the family.',
  source: ownRule('DfE, Working together to improve school attendance', 'persistent and severe absence'),
  broken: ({ sessionsPossible, sessionsAuthorised = 0, sessionsUnauthorised = 0 }) => {
    const missed = sessionsAuthorised + sessionsUnauthorised;
    return sessionsPossible !== undefined && missed * 10 >= sessionsPossible && missed * 2 < sessionsPossible;
  },
});
