import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** In place of 2573 too. Nought is information: some MIS list every code. */
export const codeWithoutSessions = recordRule({
  code: '2480',
  title: 'Attendance code is counted with no session, or with less than none',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsByCode'],
  help: 'Leave out the codes without sessions.',
  source: census(2480),
  broken: ({ sessionsByCode }) => {
    let none: string | undefined;
    for (const code in sessionsByCode) {
      const sessions = sessionsByCode[code] ?? 0;
      if (sessions < 0) return { value: code };
      if (sessions === 0) none ??= code;
    }
    return none === undefined ? false : { value: none, severity: 'info' };
  },
});
