import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainedHash, FIRST, type AuditRecord } from './audit-entry.js';

const details = fc.jsonValue() as fc.Arbitrary<AuditRecord['details']>;
const entry: fc.Arbitrary<Omit<AuditRecord, 'hash'>> = fc.record({
  sequence: fc.integer({ min: 1 }),
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  action: fc.string(),
  actor: fc.option(fc.string()),
  school: fc.option(fc.string()),
  subjects: fc.array(fc.string()),
  loadId: fc.option(fc.nat()),
  details,
});

describe('chainedHash', () => {
  it('is another one whatever is changed', () => {
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        const hash = chainedHash(one, FIRST);
        for (const name of Object.keys(one) as (keyof typeof one)[]) {
          const same = JSON.stringify(one[name]) === JSON.stringify(other[name]);
          const changed = chainedHash({ ...one, [name]: other[name] }, FIRST);
          // Properties in another order are the same details.
          if (name !== 'details') expect(changed === hash, name).toBe(same);
          else if (same) expect(changed).toBe(hash);
        }
        expect(chainedHash(one, hash)).not.toBe(hash);
      }),
      { numRuns: 200 },
    );
  });
});
