import { presentMarks } from '../../across-schools.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

export const presentAtTwoSchools = storeRule({
  code: 'present-at-two-schools',
  title: 'Pupil was present at another school in the same session',
  severity: 'query',
  kinds: ['attendance-mark'],
  fields: ['code', 'date', 'session'],
  by: 'upn',
  help: 'Compare the two registers; one of the marks is wrong.',
  source: byDefinition('attendance-mark'),
  broken: ({ pupils }) => {
    const seen = new Map<string, string | undefined>();
    const findings = [];
    for (const group of pupils) {
      for (const record of presentMarks(group)) {
        const session = record.date + record.session;
        if (!seen.has(session)) seen.set(session, record.school);
        else if (seen.get(session) !== record.school) findings.push({ record });
      }
    }
    return findings;
  },
});
