import { fileRule } from '../../rule.js';
import { LEAST_PUPILS } from '../../share.js';
import { census } from '../../sources.js';

export const authorisedHigh = fileRule({
  code: '2560',
  title: 'More than 30 of a hundred possible sessions were missed with authority',
  severity: 'query',
  kinds: ['attendance-summary'],
  fields: ['sessionsAuthorised', 'sessionsPossible'],
  help: 'Ask the school whether its marks were exported as they stand.',
  source: census(2560),
  begin: () => {
    let sums = 0;
    let possible = 0;
    let authorised = 0;
    return {
      see: ({ sessionsPossible, sessionsAuthorised }) => {
        if (sessionsPossible === undefined || sessionsAuthorised === undefined) return false;
        sums++;
        possible += sessionsPossible;
        authorised += sessionsAuthorised;
        return false;
      },
      end: () => sums >= LEAST_PUPILS && authorised * 100 > possible * 30,
    };
  },
});
