import { assessmentOutcomes } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Kinds of result that are scores or marks. */
const NUMBERS: ReadonlySet<string> = new Set(['NA', 'NM', 'NR', 'NS', 'RS', 'SA', 'SC', 'MT']);

/** The codes for pupils without a score may stand anywhere. */
export const assessmentResultNotNumber = recordRule({
  code: 'assessment-result-not-number',
  title: 'Result is no number although its kind is one',
  severity: 'info',
  kinds: ['assessment-result'],
  fields: ['result', 'resultQualifier'],
  help: 'Ask the school for the score, or for the right kind of result.',
  source: ownRule('DfE, Common basic data set', 'result qualifier'),
  broken: ({ result, resultQualifier }) =>
    result !== undefined &&
    resultQualifier !== undefined &&
    NUMBERS.has(resultQualifier) &&
    result !== '' &&
    !Number.isFinite(Number(result)) &&
    !assessmentOutcomes.has(result),
});
