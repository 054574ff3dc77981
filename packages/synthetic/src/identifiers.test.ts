import { isTemporaryUpn, isUln, isUpn, parseUpn } from '@rollbook/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feederEstablishment, syntheticUln, UpnRegister } from './identifiers.js';
import { MAX_PUPILS } from './options.js';

describe('UpnRegister', () => {
  it('never gives a UPN twice, and only valid ones, even when all are asked for in one year', () => {
    const pupils = 6_000;
    const register = new UpnRegister('999', '4999', pupils);
    const given = new Set<string>();
    for (let i = 0; i < pupils; i++) given.add(register.permanent(2024, i % 2 === 0).upn);
    expect(given.size).toBe(pupils);
    for (const upn of given) expect(isUpn(upn)).toBe(true);
  });

  it('names the school that gave the UPN', () => {
    const register = new UpnRegister('999', '4999', 100);
    for (let i = 0; i < 20; i++) {
      const { upn, feeder } = register.permanent(2021, i === 0);
      const parsed = parseUpn(upn);
      expect(parsed).toMatchObject({
        ok: true,
        upn: { la: '999', year: '21', establishment: feederEstablishment(feeder, '4999') },
      });
    }
  });

  it('gives temporary UPNs, no two alike, beyond what one school has', () => {
    const register = new UpnRegister('999', '4999', 100);
    const given = new Set<string>();
    for (let i = 0; i < 5_000; i++) given.add(register.temporary(2026));
    expect(given.size).toBe(5_000);
    for (const upn of given) expect(isTemporaryUpn(upn)).toBe(true);
  });

  it('has feeder numbers that stay clear of the secondary schools for the largest school', () => {
    const { feeders } = new UpnRegister('999', '4999', MAX_PUPILS);
    expect(Number(feederEstablishment(feeders, '4999'))).toBeLessThan(4000);
  });
});

describe('syntheticUln', () => {
  it('is valid and different for different pupils', () => {
    fc.assert(
      fc.property(fc.nat(MAX_PUPILS), fc.nat(MAX_PUPILS), (a, b) => {
        expect(isUln(syntheticUln(a))).toBe(true);
        expect(syntheticUln(a)).toMatch(/^99[0-8]/);
        if (a !== b) expect(syntheticUln(a)).not.toBe(syntheticUln(b));
      }),
    );
  });
});
