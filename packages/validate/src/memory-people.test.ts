import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleInMemory } from './memory-people.js';
import { foldName, groupingKeyOf, identityOf } from './person.js';
import { aMark, aPupil } from './testing/samples.js';

const names = fc.constantFrom('Zoë', 'ZOE\u0308', ' zoë ', 'Max  Leo', 'max leo', 'Ada', ' ', undefined);
const pupils = fc.array(
  fc.record({
    upn: fc.constantFrom('A', 'B', '', undefined),
    surname: names,
    forename: names,
    birthDate: fc.constantFrom('2015-05-17', '2015-05-18', undefined),
    sex: fc.constantFrom('F', 'M', undefined),
    school: fc.constantFrom('8564001', '8564002', undefined),
  }),
  { maxLength: 12 },
);

describe('peopleInMemory', () => {
  it('groups as comparing each with each other does', () => {
    fc.assert(
      fc.property(pupils, (changes) => {
        const records = changes.map((change, i) =>
          aPupil({ ...change, key: `k${String(i).padStart(2, '0')}` }),
        );
        const people = peopleInMemory(records);
        for (const by of ['upn', 'identity'] as const) {
          const together = people
            .filter((person) => person.by === by)
            .map((person) => person.pupils.map(({ pupil }) => pupil!.key).sort());
          const naive = records
            .map((one) =>
              records
                .filter((other) => {
                  const key = groupingKeyOf(one, by);
                  return key !== undefined && key === groupingKeyOf(other, by);
                })
                .map(({ key }) => key),
            )
            .filter((keys) => keys.length > 1);
          expect(new Set(together.map(String))).toEqual(new Set(naive.map(String)));
          expect(together).toHaveLength(new Set(naive.map(String)).size);
        }
      }),
    );
  });

  it('gives each pupil its own records, by school, in any order of the file', () => {
    const school = '8564002';
    const records = [aMark({ school, code: 'I' }), aPupil({ school }), aMark(), aPupil()];
    const [byUpn] = peopleInMemory(records);
    expect(byUpn?.pupils.map(({ pupil }) => pupil?.school)).toEqual(['8564001', school]);
    expect(byUpn?.pupils.map((group) => group.of('attendance-mark').map(({ code }) => code))).toEqual([
      ['/'],
      ['I'],
    ]);
  });

  it('leaves out records that no pupil record belongs to', () => {
    expect(peopleInMemory([aMark(), aMark({ school: '8564002' })])).toEqual([]);
  });
});

describe('identityOf', () => {
  it('folds names by form, case and white space', () => {
    expect(foldName(' ZOE\u0308 \t Ann ')).toBe('zoë ann');
    expect(identityOf(aPupil())).toBe("o'hara-singh\nzoë\n2015-05-17\nF");
  });

  it.each(['surname', 'forename', 'birthDate', 'sex'] as const)('needs the %s', (field) => {
    expect(identityOf(aPupil({ [field]: undefined }))).toBeUndefined();
    expect(identityOf(aPupil({ [field]: '' }))).toBeUndefined();
  });
});
