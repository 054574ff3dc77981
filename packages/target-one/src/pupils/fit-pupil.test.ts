import { describe, expect, it } from 'vitest';
import { addWithheld, fitPupil, sensitiveGroups } from './fit-pupil.js';
import { makePupil, makeTarget } from './make-pupil.test-support.js';

const address = { lines: ['1 High Street'], postcode: 'ZZ1 1ZZ' };
const full = makeTarget(
  makePupil({
    address,
    ethnicity: 'WBRI',
    ethnicitySource: 'P',
    nationalities: ['GBR'],
    religion: 'CH',
    disabilities: ['HEAR'],
    medicalFlag: true,
    extensions: { Odd: 'x' },
    sent: { sex: 'Female' },
  }),
  [
    { kind: 'contact', surname: 'Lowe', address, extensions: { Odd: 'y' } },
    { kind: 'sen-provision', provision: 'K' },
    { kind: 'sen-need', need: 'SPLD' },
    { kind: 'looked-after', inCare: true },
    { kind: 'exclusion', category: 'SUSP' },
    { kind: 'pupil-premium', eligible: true, reason: 'L' },
    {
      kind: 'attendance-mark',
      date: '2026-01-05',
      session: 'AM',
      code: '/',
      extensions: { LEA: '856', Estab: '2002', Odd: 'z' },
    },
  ],
);

describe('fitPupil', () => {
  it('leaves out all that is sensitive when nothing is named, and counts it', () => {
    const { pupil, withheld } = fitPupil(full);
    expect(pupil.pupil).toEqual({ ...makePupil(), address });
    expect(pupil.records.map(({ kind }) => kind)).toEqual(['contact', 'pupil-premium', 'attendance-mark']);
    expect(pupil.records[0]).not.toHaveProperty('extensions');
    expect(pupil.records[1]).not.toHaveProperty('reason');
    expect(pupil.records[2]).toHaveProperty('extensions', { LEA: '856', Estab: '2002' });
    expect(withheld).toEqual({
      ethnicity: 3,
      religion: 1,
      health: 2,
      sen: 2,
      'looked-after': 2,
      exclusions: 1,
      extensions: 3,
    });
  });

  it.each(sensitiveGroups)('sends %s when it is named, and nothing else', (group) => {
    const named = fitPupil(full, { include: [group] }).withheld;
    expect(named).toEqual({ ...fitPupil(full).withheld, [group]: undefined });
    expect(named).not.toHaveProperty(group);
  });

  it('sends everything but the words of the source when all is named', () => {
    const { pupil, withheld } = fitPupil(full, { include: sensitiveGroups });
    expect(pupil.pupil).toEqual({ ...full.pupil, sent: undefined });
    expect(pupil.pupil).not.toHaveProperty('sent');
    expect(pupil.records).toEqual(full.records);
    expect(withheld).toEqual({});
  });

  it('withholds addresses of a protected child and its contacts, also where extensions may have them', () => {
    const { pupil, withheld } = fitPupil(full, {
      include: sensitiveGroups,
      withholdAddress: ({ pupil: { upn } }) => upn === 'H801200001001',
    });
    expect(JSON.stringify(pupil)).not.toContain('High Street');
    expect(JSON.stringify(pupil)).not.toContain('ZZ1');
    expect(pupil.pupil).not.toHaveProperty('extensions');
    expect(withheld).toEqual({ address: 2, extensions: 3 });
  });

  it('changes nothing of what it was given', () => {
    const before = structuredClone(full);
    fitPupil(full, { withholdAddress: () => true });
    expect(full).toEqual(before);
  });

  it('adds up', () => {
    const total = {};
    addWithheld(total, { sen: 1 });
    addWithheld(total, { sen: 2, address: 1 });
    expect(total).toEqual({ sen: 3, address: 1 });
  });
});
