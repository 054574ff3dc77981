import { byKey } from '../../ordered.js';
import { type PupilFinding, pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const assessmentResultConflict = pupilRule({
  code: 'assessment-result-conflict',
  title: 'One assessment has two different results',
  severity: 'query',
  kinds: ['assessment-result'],
  fields: ['result', 'subject', 'resultDate'],
  help: 'Ask the school which result stands.',
  source: byDefinition('assessment results'),
  broken: (group) => {
    const all = group.of('assessment-result');
    if (all.length < 2) return undefined;
    const results = new Map<string, string>();
    const found: PupilFinding[] = [];
    for (const record of byKey(all)) {
      const {
        stage,
        subject,
        method,
        component,
        resultQualifier,
        resultStatus,
        resultDate,
        qualificationNumber,
        result,
      } = record;
      if (
        result === undefined ||
        resultDate === undefined ||
        (subject === undefined && component === undefined && qualificationNumber === undefined)
      )
        continue;
      const what = JSON.stringify([
        stage,
        subject,
        method,
        component,
        resultQualifier,
        resultStatus,
        resultDate,
        qualificationNumber,
      ]);
      const before = results.get(what);
      if (before === undefined) results.set(what, result);
      else if (before !== result) found.push({ record });
    }
    return found;
  },
});
