import { proveRule } from '../../testing/prove-rule.js';
import { aSenNeed, aSenProvision } from '../../testing/samples.js';
import { senNsaWithoutSupport } from './2175-sen-nsa-without-support.js';

const nsa = aSenNeed({ need: 'NSA' });

proveRule(senNsaWithoutSupport, {
  fails: { 'a plan': [aSenProvision({ provision: 'E' }), nsa] },
  passes: {
    support: [aSenProvision(), nsa],
    'a plan with another need': [aSenProvision({ provision: 'E' }), aSenNeed()],
    'a plan, and the need of the past': [
      aSenProvision({ provision: 'E' }),
      aSenNeed({ need: 'NSA', endDate: '2026-07-21' }),
    ],
    'no provision in the file': nsa,
  },
});
