import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** 190 days of two sessions are 380; some schools have a Saturday or a longer year. */
const MOST = 440;

export const attendancePossibleImplausible = recordRule({
  code: 'attendance-possible-implausible',
  title: 'More sessions were possible than a school year has',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsPossible'],
  help: 'Ask the school whether the figures are of one school year.',
  source: ownRule('Education (School Day and School Year) (England) Regulations 1999', '380 sessions'),
  broken: ({ sessionsPossible }) => sessionsPossible !== undefined && sessionsPossible > MOST,
});
