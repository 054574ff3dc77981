import type { CanonicalRecord } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleByCode } from './packs.js';
import { spoiltFile, validFile } from './testing/arbitrary-pupil.js';
import { AS_OF } from './testing/samples.js';
import { createValidator } from './validator.js';

/** The issues of a file whose batches are given. */
function check(batches: readonly (readonly CanonicalRecord[])[]): Issue[] {
  const validator = createValidator({ asOf: AS_OF });
  return [...batches.flatMap((batch) => validator.checkBatch(batch)), ...validator.finish()];
}

/** What an issue is about, without its place in the list. */
const signs = (issues: readonly Issue[]) =>
  issues
    .map(({ code, severity, field, record }) => [code, severity, field, record?.kind, record?.key].join(' '))
    .sort();

/** The list in another order that depends on `seed` alone. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  return list
    .map((item) => ({ item, at: (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('all rules together', () => {
  it('find no error and no query in valid pupils', () => {
    fc.assert(
      fc.property(validFile, (pupils) => {
        expect(check([pupils.flat()]).filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
    );
  });

  it('find something in most files that were spoilt', () => {
    const files = fc.sample(spoiltFile, { numRuns: 50, seed: 7 });
    expect(files.filter((pupils) => check([pupils.flat()]).length > 0).length).toBeGreaterThan(35);
  });

  it('find the same however pupils are put into batches', () => {
    fc.assert(
      fc.property(spoiltFile, (pupils) => {
        expect(check(pupils)).toEqual(check([pupils.flat()]));
      }),
    );
  });

  it('find the same in whatever order a pupil’s records stand', () => {
    fc.assert(
      fc.property(spoiltFile, fc.nat(), (pupils, seed) => {
        const other = pupils.map(([pupil, ...rest]) => [pupil!, ...shuffled(rest, seed)]);
        expect(signs(check([other.flat()]))).toEqual(signs(check([pupils.flat()])));
      }),
    );
  });

  it('find as much in whatever order pupils stand', () => {
    const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code).sort();
    fc.assert(
      fc.property(spoiltFile, fc.nat(), (pupils, seed) => {
        expect(codes(check([shuffled(pupils, seed).flat()]))).toEqual(codes(check([pupils.flat()])));
      }),
    );
  });

  it('never let a message or help hold data, whatever the data', () => {
    fc.assert(
      fc.property(spoiltFile, (pupils) => {
        for (const { code, message, help } of check([pupils.flat()])) {
          const rule = ruleByCode(code)!;
          expect({ message, help }).toEqual({ message: rule.title, help: rule.help });
        }
      }),
    );
  });
});
