import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Estimates and targets are of the future by their nature. */
const AHEAD = new Set(['E', 'T']);

export const assessmentResultFuture = recordRule({
  code: 'assessment-result-future',
  title: 'Assessment has a result although its date is still to come',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['resultDate', 'resultStatus'],
  help: 'Ask the school for the date of the result.',
  source: byDefinition('assessment results'),
  broken: ({ resultDate, resultStatus }, { asOf }) =>
    resultDate !== undefined && resultDate > asOf && !AHEAD.has(resultStatus ?? ''),
});
