import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeingIdentifiers, identifiersOf } from './identifiers.js';
import type { KnownIdentity, MatchIdentity } from './match-identity.js';
import { matchPupil } from './match-pupil.js';
import { scoreOf } from './score.js';
import { matchingRules, matchingSettingsSchema } from './settings.js';

const rules = matchingRules({}, null);
const ada: MatchIdentity = {
  surname: 'O’Example-Smith',
  forename: 'Zoë',
  birthDate: '2015-03-04',
  sex: 'F',
  upn: 'A1',
};
const known = (fields: Partial<MatchIdentity> = {}, more: Partial<KnownIdentity> = {}): KnownIdentity => {
  const pupil = { ...ada, ...fields };
  const { surname, forename, birthDate, sex } = pupil;
  return {
    personId: 'p1',
    active: true,
    surname,
    forename,
    birthDate,
    sex,
    identifiers: new Set(identifiersOf(pupil)),
    ...more,
  };
};
const without = (identity: MatchIdentity, ...names: (keyof MatchIdentity)[]): MatchIdentity =>
  Object.fromEntries(
    Object.entries(identity).filter(([name]) => !names.includes(name as keyof MatchIdentity)),
  );

describe('matchPupil', () => {
  it('goes by an external id before all else', () => {
    const guid = { supplierIds: { guid: 'G1' } };
    const other = { ...ada, ...guid, upn: 'Z9', surname: 'Another', birthDate: '2010-01-01' };
    expect(matchPupil(other, [known(guid)], rules)).toMatchObject({ personId: 'p1', how: 'external-id' });
    expect(matchPupil({ ...other, supplierIds: { mis: 'G1' } }, [known(guid)], rules)).toMatchObject({
      reason: 'nobody',
    });
  });

  it.each([
    ['three of four: another surname', { surname: 'Married' }, true],
    ['three of four: another birth date', { birthDate: '2015-03-05' }, true],
    ['case, accents, hyphens and apostrophes', { surname: "O'EXAMPLE SMITH", forename: 'Zoe' }, true],
    ['two of four', { surname: 'Married', sex: 'M' }, false],
  ])('takes a UPN with %s', (_, fields, fits) => {
    const verdict = matchPupil({ ...ada, ...fields }, [known()], rules);
    expect(verdict).toMatchObject(fits ? { personId: 'p1', how: 'upn' } : { reason: 'too-few-identifiers' });
    if (!fits) expect(verdict).toMatchObject({ candidates: [{ personId: 'p1' }] });
  });

  it('takes former UPNs either way, unless told not to', () => {
    const moved = { ...ada, upn: 'B2', formerUpns: ['A1'] };
    expect(matchPupil(moved, [known()], rules)).toMatchObject({ how: 'former-upn' });
    expect(matchPupil(ada, [known({ upn: 'B2', formerUpns: ['A1'] })], rules)).toMatchObject({
      how: 'former-upn',
    });
    expect(matchPupil(moved, [known()], { ...rules, formerUpns: false })).toMatchObject({ reason: 'nobody' });
  });

  it('asks for all four without a UPN', () => {
    const nameless = without(ada, 'upn');
    expect(matchPupil(nameless, [known()], rules)).toMatchObject({ how: 'identity' });
    expect(matchPupil({ ...nameless, sex: 'M' }, [known()], rules)).toMatchObject({ reason: 'nobody' });
    expect(matchPupil(without(ada, 'upn', 'sex'), [known()], rules)).toMatchObject({
      reason: 'no-identifiers',
    });
    // With a UPN that nobody has, the same names are a candidate and no match: One Education's order.
    expect(matchPupil({ ...ada, upn: 'Z9' }, [known()], rules)).toMatchObject({
      reason: 'nobody',
      candidates: [{ personId: 'p1', agreeing: ['birthDate', 'surname', 'sex', 'forename'] }],
    });
  });

  it('takes nobody where several fit, or who is inactive', () => {
    const twins = [known(), known({}, { personId: 'p2' })];
    expect(matchPupil(ada, twins, rules)).toMatchObject({ reason: 'several' });
    // Two pupils of one person are no several.
    expect(matchPupil(ada, [known(), known({ surname: 'Married' })], rules)).toMatchObject({
      personId: 'p1',
    });
    const gone = known({}, { active: false });
    expect(matchPupil(ada, [gone], rules)).toMatchObject({ reason: 'inactive' });
    expect(matchPupil(ada, [gone], { ...rules, matchInactive: true })).toMatchObject({ personId: 'p1' });
  });

  it('puts the likeliest candidate first', () => {
    const near = known({ upn: 'X' }, { personId: 'near' });
    const typo = known(
      { upn: 'Y', surname: 'O’Exampel-Smith', birthDate: '2015-04-03' },
      { personId: 'typo' },
    );
    const brother = known(
      { upn: 'W', forename: 'Max', sex: 'M', birthDate: '2012-07-09' },
      { personId: 'brother' },
    );
    const verdict = matchPupil(ada, [brother, typo, near], { ...rules, leastScore: 0.5 });
    expect(verdict).toMatchObject({ candidates: [{ personId: 'near' }, { personId: 'typo' }] });
  });
});

const noNames = { surname: undefined, forename: undefined, birthDate: undefined, sex: undefined };

describe('scores and identifiers', () => {
  const identity = fc.record({
    surname: fc.string({ minLength: 1 }),
    forename: fc.string({ minLength: 1 }),
    birthDate: fc
      .date({ min: new Date('2005-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    sex: fc.constantFrom('F', 'M'),
    upn: fc.constantFrom('A1', 'B2', 'C3'),
  });
  const knownOf = (one: MatchIdentity): KnownIdentity => known(one);

  it('lie between 0 and 1, are the same either way, and 1 for oneself', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        const score = scoreOf(a, knownOf(b));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        expect(scoreOf(b, knownOf(a))).toBeCloseTo(score, 10);
        expect(agreeingIdentifiers(a, knownOf(b))).toEqual(agreeingIdentifiers(b, knownOf(a)));
        expect(scoreOf(a, knownOf(a))).toBeCloseTo(1, 10);
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same either way for the names that the measure pairs differently from each side', () => {
    const names = fc.string({ minLength: 1, unit: fc.constantFrom(...'abcx-?! ') });
    fc.assert(
      fc.property(names, names, (one, other) => {
        const [a, b] = [{ surname: one }, { surname: other }];
        expect(scoreOf(a, known({}, { ...noNames, ...b }))).toBe(scoreOf(b, known({}, { ...noNames, ...a })));
      }),
      { numRuns: 5000 },
    );
  });

  it('count an unreadable name neither way, and unlike names for nothing', () => {
    expect(scoreOf({ ...ada, surname: '-' }, knownOf(ada))).toBe(1);
    // The same birthday and sex make nobody a candidate.
    const stranger = { surname: 'Khan', forename: 'Maryam', birthDate: '2015-03-04', sex: 'F', upn: 'Z9' };
    expect(scoreOf(stranger, knownOf(ada))).toBeLessThan(rules.leastScore);
    expect(scoreOf(without(stranger, 'upn'), knownOf(ada))).toBeLessThan(rules.leastScore);
    // The same names do, on another day of birth.
    expect(scoreOf({ ...without(ada, 'upn'), birthDate: '2015-12-31' }, knownOf(ada))).toBeGreaterThan(
      rules.leastScore,
    );
  });
});

describe('matchingRules', () => {
  it('are the school’s, else the council’s, else One Education’s', () => {
    const settings = matchingSettingsSchema.parse({
      default: { addUnmatched: 'without-candidates' },
      schools: { '8561234': { identifiersNeeded: 4 } },
    });
    expect(matchingRules(settings, '8561234')).toMatchObject({
      identifiersNeeded: 4,
      addUnmatched: 'without-candidates',
    });
    expect(matchingRules(settings, '8569999')).toMatchObject({ identifiersNeeded: 3, formerUpns: true });
    expect(() => matchingSettingsSchema.parse({ default: { identifierNeeded: 3 } })).toThrow();
  });
});
