import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** What teachers judge at the end of a key stage of a primary school. */
const JUDGEMENTS = new Set(['HNM', 'PK1', 'PK2', 'PK3', 'PK4', 'PK5', 'PK6', 'EM', 'WTS', 'EXS', 'GDS']);
/** What comes out of a test with a scaled score. */
const STANDARDS = new Set(['AS', 'NS']);
const SCREENED = new Set(['Wa', 'Wt']);

const PRIMARY = new Set(['KS1', 'KS2']);
/** Stages with scales of their own. A school's own tracking by years may use any. */
const OTHER_STAGES = new Set(['EYF', 'FSP', 'KS3', 'KS4', 'KS5']);

export const assessmentOutcomeMisplaced = recordRule({
  code: 'assessment-outcome-misplaced',
  title: 'Outcome is not one of the subject, method and stage of the assessment',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'stage', 'subject', 'method'],
  help: 'Teacher assessments are codes such as EXS, tests are AS or NS, the phonics check is Wa or Wt: ask the school.',
  source: ownRule(
    'Juniper Education, What are all the codes for when recording key stage data',
    'codes by assessment',
  ),
  broken: ({ result, stage, subject, method }) => {
    if (result === undefined) return false;
    if (JUDGEMENTS.has(result)) return method === 'TT' || (stage !== undefined && OTHER_STAGES.has(stage));
    if (STANDARDS.has(result)) return method === 'TA' && stage !== undefined && PRIMARY.has(stage);
    return SCREENED.has(result) && subject !== undefined && subject !== 'PHO';
  },
});
