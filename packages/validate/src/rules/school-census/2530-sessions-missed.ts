import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const sessionsMissed = recordRule({
  code: '2530',
  title: 'More sessions were missed than were possible',
  severity: 'error',
  kinds: ['attendance-summary'],
  fields: ['sessionsPossible', 'sessionsAuthorised', 'sessionsUnauthorised'],
  help: 'Ask the school to export the attendance again; both figures must be of the same span of time.',
  source: census(2530),
  broken: ({ sessionsPossible, sessionsAuthorised = 0, sessionsUnauthorised = 0 }) =>
    sessionsPossible !== undefined && sessionsAuthorised + sessionsUnauthorised > sessionsPossible,
});
