import { proveRule } from '../../testing/prove-rule.js';
import { anEnrolment, aPupil, inReturn } from '../../testing/samples.js';
import { addressMissing } from './2355-address-missing.js';

const without = aPupil({ address: undefined });

proveRule(addressMissing, {
  fails: { none: [inReturn(without), anEnrolment()] },
  passes: {
    'an address': [inReturn(aPupil()), anEnrolment()],
    'in an extract': [without, anEnrolment()],
    'no longer on roll': [inReturn(without), anEnrolment({ current: false })],
    'no pupil record': inReturn(anEnrolment()),
  },
});
