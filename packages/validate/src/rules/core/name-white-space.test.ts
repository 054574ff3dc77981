import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { nameWhiteSpace } from './name-white-space.js';

proveRule(nameWhiteSpace, {
  fails: {
    'before the surname': { records: aPupil({ surname: ' Khan' }), field: 'surname', value: ' Khan' },
    'after the forename': { records: aPupil({ forename: 'Ali\t' }), field: 'forename' },
    'two blanks before': aPupil({ surname: '  Khan' }),
    'two blanks behind': aPupil({ surname: 'Khan  ' }),
    'two blanks inside': { records: aPupil({ preferredForename: 'Mary  Ann' }), field: 'preferredForename' },
  },
  passes: {
    'a name of two words': aPupil({ surname: 'de Souza' }),
    'a blank name': aPupil({ surname: '   ' }),
    'no name': aPupil({ surname: undefined }),
  },
});
