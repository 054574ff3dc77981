import { proveRule } from '../../testing/prove-rule.js';
import { aPupil, AS_OF } from '../../testing/samples.js';
import { birthDateFuture } from './birth-date-future.js';

proveRule(birthDateFuture, {
  fails: { tomorrow: aPupil({ birthDate: '2026-10-02' }) },
  passes: { today: aPupil({ birthDate: AS_OF }), none: aPupil({ birthDate: undefined }) },
});
