import { proveRule } from '../../testing/prove-rule.js';
import { aLookedAfter, aPupil, manyPupils } from '../../testing/samples.js';
import { postLookedAfterHigh } from './1872-post-looked-after-high.js';

const file = (count: number, adopted: number, postLookedAfter: string | undefined = 'A') =>
  manyPupils(count, (keys, i) => [
    aPupil({ key: keys.key }),
    ...(i < adopted ? [aLookedAfter({ ...keys, postLookedAfter })] : []),
  ]);

proveRule(postLookedAfterHigh, {
  fails: {
    'three of forty': file(40, 3),
  },
  passes: {
    'two of forty': file(40, 2),
    'too few pupils': file(29, 29),
    'not declared': file(30, 30, 'N'),
    'looked after today': manyPupils(30, (keys) => [aPupil({ key: keys.key }), aLookedAfter(keys)]),
  },
});
