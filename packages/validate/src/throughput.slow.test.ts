import { type CanonicalRecord, formatUpn } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from './rules/index.js';
import { spoiltFile, validPupil } from './testing/arbitrary-pupil.js';
import { AS_OF } from './testing/samples.js';
import { createValidator } from './validator.js';

/** What a load is to keep up with, on one core, by all rules of today. */
const LEAST = 50_000;
const SECONDS = 2;

/** Records a second of CPU time, since other work on the machine is no fault of the rules. */
function measure(batches: readonly (readonly CanonicalRecord[])[]): number {
  const started = process.cpuUsage();
  let records = 0;
  let seconds = 0;
  while (seconds < SECONDS) {
    const validator = createValidator({ asOf: AS_OF });
    for (const batch of batches) {
      validator.checkBatch(batch);
      records += batch.length;
    }
    validator.finish();
    const { user, system } = process.cpuUsage(started);
    seconds = (user + system) / 1e6;
  }
  return records / seconds;
}

const report = (name: string, rate: number) =>
  console.log(
    `${name}: ${Math.round(rate).toLocaleString('en-GB')} records per CPU second by ${allRules.length} rules`,
  );

describe('throughput of all rules', () => {
  const pupils = Array.from(
    { length: 1000 },
    (_, i) => fc.sample(validPupil(i), { numRuns: 1, seed: i })[0]!,
  );
  const withoutMarks = pupils.map((records) => records.filter(({ kind }) => kind !== 'attendance-mark'));
  const spoilt = fc.sample(spoiltFile, { numRuns: 300, seed: 1 }).flat();

  it.each([
    ['pupils with 60 marks each', pupils],
    ['pupils without marks', withoutMarks],
    ['pupils alone', pupils.map(([pupil]) => [pupil!])],
    ['pupils with much wrong', spoilt],
  ])('%s', (name, batches) => {
    measure(batches);
    const rate = measure(batches);
    report(name, rate);
    expect(rate).toBeGreaterThan(LEAST);
  });

  it('remembers a file of a million pupils in less than 250 MB', () => {
    const validator = createValidator({ asOf: AS_OF });
    const [pupil] = pupils[0]!;
    const before = process.memoryUsage().heapUsed;
    for (let batch = 0; batch < 1000; batch++) {
      validator.checkBatch(
        Array.from({ length: 1000 }, (_, serial): CanonicalRecord => {
          const upn = formatUpn({ la: 856, establishment: batch, year: 20, serial });
          return { ...pupil!, key: `upn:${upn}`, upn, forename: `Child ${upn}` } as CanonicalRecord;
        }),
      );
    }
    globalThis.gc?.();
    const grown = (process.memoryUsage().heapUsed - before) / 1e6;
    console.log(`a million pupils: ${grown.toFixed(0)} MB of heap`);
    expect(grown).toBeLessThan(250);
    validator.finish();
  });
});
