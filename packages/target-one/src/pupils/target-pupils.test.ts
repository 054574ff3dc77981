import type { CanonicalRecord } from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { keyWithinPupil } from './key-within-pupil.js';
import { makePupil, makeTarget } from './make-pupil.test-support.js';
import { contactsOf, recordsOf } from './target-pupil.js';
import { eachPupil, pupilsOfBatches } from './target-pupils.js';

async function all<T>(some: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of some) found.push(one);
  return found;
}
// eslint-disable-next-line @typescript-eslint/require-await
async function* batches(...some: Batch[]): AsyncGenerator<Batch> {
  yield* some;
}

describe('pupils of a parser', () => {
  const a = makePupil({ key: 'upn:A' });
  const b = makePupil({ key: 'upn:B', school: undefined });
  const about = (pupilKey: string, key: string) =>
    ({ ...makeTarget(a, [{ kind: 'contact', key, pupilKey }]).records[0]! }) as CanonicalRecord;

  it('come with their records, over the ends of batches, and what is nobody’s is told', async () => {
    const others: CanonicalRecord[] = [];
    const school = { kind: 'school', key: '8562001', provenance: a.provenance } as CanonicalRecord;
    const found = await all(
      pupilsOfBatches(
        batches([school, a, about('upn:A', '1')], [about('upn:A', '2'), about('upn:X', '3'), b]),
        {
          school: '8562009',
          onOther: (record) => others.push(record),
        },
      ),
    );
    expect(found.map(({ key, school: at, records }) => [key, at, records.map((one) => one.key)])).toEqual([
      ['upn:A', '8562001', ['1', '2']],
      ['upn:B', '8562009', []],
    ]);
    expect(others.map(({ key }) => key)).toEqual(['8562001', '3']);
  });

  it('are none of an empty file', async () => {
    expect(await all(pupilsOfBatches(batches([])))).toEqual([]);
  });

  it('are taken from pages', async () => {
    expect(await all(eachPupil([[makeTarget(a)], [], [makeTarget(b)]]))).toHaveLength(2);
  });
});

describe('records of a pupil', () => {
  const one = makeTarget(makePupil(), [
    { kind: 'contact', surname: 'Last' },
    { kind: 'contact', surname: 'Second', priority: 2 },
    { kind: 'sen-need', need: 'SPLD' },
    { kind: 'contact', surname: 'First', priority: 1 },
  ]);

  it('are found by kind, contacts in their order', () => {
    expect(recordsOf(one, 'sen-need').map(({ need }) => need)).toEqual(['SPLD']);
    expect(contactsOf(one).map(({ surname }) => surname)).toEqual(['First', 'Second', 'Last']);
  });

  it('have keys without the pupil’s', () => {
    expect(keyWithinPupil('upn:A|id:5', 'upn:A')).toBe('id:5');
    expect(keyWithinPupil('name:a\\|b|id:5', 'name:a|b')).toBe('id:5');
    expect(keyWithinPupil('name:a|b|2026-01-05|AM', 'name:a|b')).toBe('2026-01-05|AM');
    expect(keyWithinPupil('other', 'upn:A')).toBe('other');
  });
});
