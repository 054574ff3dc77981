import { describe, expect, it } from 'vitest';
import { senNeeds } from './sen-needs.js';
import { senProvisions } from './sen-provisions.js';

describe('SEN codes', () => {
  it('brings in support and plans with the reform of 1 September 2014', () => {
    for (const code of ['E', 'K']) {
      expect(senProvisions.has(code, '2014-08-31')).toBe(false);
      expect(senProvisions.has(code, '2014-09-01')).toBe(true);
    }
  });

  it('runs action, action plus and statements out', () => {
    expect(senProvisions.has('A', '2015-08-31')).toBe(true);
    expect(senProvisions.has('P', '2015-09-01')).toBe(false);
    expect(senProvisions.has('S', '2018-03-31')).toBe(true);
    expect(senProvisions.lookup('S', '2018-04-01')).toMatchObject({
      status: 'out-of-date',
      entry: { group: 'plan', datesUnconfirmed: true },
    });
  });

  it('replaces BESD by SEMH', () => {
    expect(senNeeds.has('BESD', '2014-08-31')).toBe(true);
    expect(senNeeds.has('SEMH', '2014-08-31')).toBe(false);
    expect(senNeeds.has('BESD', '2014-09-01')).toBe(false);
    expect(senNeeds.has('SEMH', '2014-09-01')).toBe(true);
  });
});
