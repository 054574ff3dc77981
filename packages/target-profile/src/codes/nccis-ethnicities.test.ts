import { ethnicities, mainEthnicity } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { nccisEthnicities, nccisEthnicityOn, toNccisEthnicity } from './nccis-ethnicities.js';

const xsd2015 =
  'WBRI WIRI WROM WOTH MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH OARA REFU NOBT';

describe('nccisEthnicities', () => {
  it('has the twenty codes of the 2015 schema in 2015-16', () => {
    const codes = nccisEthnicities.on('2015-04-01').map(({ code }) => code);
    expect(codes.sort()).toEqual(xsd2015.split(' ').sort());
  });

  it('has BBRI from a later year, unconfirmed', () => {
    expect(nccisEthnicities.has('BBRI', '2020-03-31')).toBe(false);
    expect(nccisEthnicities.lookup('BBRI', '2026-04-01')).toMatchObject({
      status: 'valid',
      entry: { unconfirmed: true },
    });
  });
});

describe('toNccisEthnicity', () => {
  it.each([
    ['WBRI', 'WBRI'],
    ['WENG', 'WBRI'],
    ['WROG', 'WROM'],
    ['WALB', 'WOTH'],
    ['MWAP', 'MWAS'],
    ['AMPK', 'APKN'],
    ['BSOM', 'BAFR'],
    ['CHKC', 'CHNE'],
    // The census counts Arab under OOTH; NCCIS has it.
    ['OARA', 'OARA'],
    ['ORAB', 'OARA'],
    ['OIRN', 'OOTH'],
    ['REFU', 'REFU'],
    ['NOBT', 'NOBT'],
  ])('%s is %s', (code, mapped) => {
    expect(toNccisEthnicity(code, 2026)).toEqual({ status: 'mapped', code: mapped });
  });

  it.each(['WIRT', 'ABRI', 'AWEL', 'BWEL'])('%s has no counterpart', (code) => {
    expect(toNccisEthnicity(code, 2026)).toEqual({ status: 'unmapped', reason: 'no-counterpart' });
  });

  it.each(['', 'wbri', 'QQQQ', 'toString'])('%j is unknown', (code) => {
    expect(toNccisEthnicity(code, 2026)).toEqual({ status: 'unmapped', reason: 'unknown' });
  });

  it('goes by the year: BBRI has no counterpart before 2020-21', () => {
    expect(toNccisEthnicity('BBRI', 2019)).toEqual({ status: 'unmapped', reason: 'no-counterpart' });
    expect(toNccisEthnicity('BBRI', 2020)).toEqual({ status: 'mapped', code: 'BBRI', unconfirmed: true });
    expect(nccisEthnicityOn('BBRI', '2020-03-31').status).toBe('unmapped');
    expect(nccisEthnicityOn('BBRI', '2020-04-01').status).toBe('mapped');
  });

  it('maps every code of the census to one of the year’s list, within its main code, or says why not', () => {
    const unmapped: string[] = [];
    for (const code of ethnicities.codes) {
      const mapping = toNccisEthnicity(code, 2026);
      if (mapping.status === 'unmapped') unmapped.push(code);
      else {
        expect(nccisEthnicities.has(mapping.code, '2026-04-01')).toBe(true);
        if (mapping.code !== 'OARA') expect(mapping.code).toBe(mainEthnicity(code));
      }
    }
    expect(unmapped).toEqual(['WIRT', 'ABRI', 'AWEL', 'BWEL']);
  });
});
