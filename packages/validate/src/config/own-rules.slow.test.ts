import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anEnrolment, aPupil, aContact, AS_OF } from '../testing/samples.js';
import { createValidator } from '../validator.js';
import { parseRuleConfig } from './parse-rule-config.js';
import { ruleSetOf } from './rule-set.js';

const LEAST = 50_000;
const council = parseRuleConfig(readFileSync(new URL('__fixtures__/council.yaml', import.meta.url), 'utf8'));

describe('throughput of five rules of a council’s own', () => {
  it('keeps up with a load', () => {
    const batch = Array.from({ length: 1000 }, (_, i) => [
      aPupil({ key: `upn:${i}` }),
      aContact({ pupilKey: `upn:${i}`, phones: [{ number: '0116 496 0000' }] }),
      anEnrolment({ pupilKey: `upn:${i}`, registrationGroup: '7B' }),
    ]).flat();
    const { checkBatch } = createValidator({
      ...ruleSetOf({ ...council, packs: [], rules: {} }),
      asOf: AS_OF,
    });
    const rate = (seconds: number): number => {
      const started = process.cpuUsage();
      for (let records = batch.length; ; records += batch.length) {
        expect(checkBatch(batch)).toEqual([]);
        const { user, system } = process.cpuUsage(started);
        if (user + system > seconds * 1e6) return (records / (user + system)) * 1e6;
      }
    };
    rate(1);
    const measured = rate(2);
    console.log(
      `five own rules: ${Math.round(measured).toLocaleString('en-GB')} records per CPU second, ${(1e6 / measured).toFixed(2)} µs a record`,
    );
    expect(measured).toBeGreaterThan(LEAST);
  });
});
