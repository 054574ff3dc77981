import { openSource, UnreadableInputError } from '@rollbook/parser-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitiveGroups } from '../pupils/fit-pupil.js';
import { makePupil, makeTarget, textOf } from '../pupils/make-pupil.test-support.js';
import { headingsOf } from './officer-layout.js';
import { officerLayoutIds, officerLayouts } from './officer-layouts.js';
import { readOfficerCsv, type OfficerRow } from './read-officer-csv.js';
import { writeOfficerCsv } from './write-officer-csv.js';

async function read(text: string | Uint8Array): Promise<OfficerRow[]> {
  const rows: OfficerRow[] = [];
  const source = await openSource(typeof text === 'string' ? Buffer.from(text) : text);
  for await (const batch of readOfficerCsv(source)) rows.push(...batch);
  return rows;
}

const one = makeTarget(
  makePupil({
    ethnicity: 'WBRI',
    formerUpns: ['A1', 'B2'],
    address: { paon: '1', street: 'High Street', postcode: 'ZZ1 1ZZ' },
    phones: [{ number: '+44 7700 900123', type: 'M' }],
    emails: [{ address: '=cmd@example.org' }],
  }),
  [
    {
      kind: 'contact',
      key: 'c1',
      surname: 'Lowe, of "Kent"',
      relationship: 'PAM',
      parentalResponsibility: true,
      courtOrder: false,
    },
    { kind: 'exclusion', category: 'SUSP', reasons: ['DB', 'PP'], startDate: '2026-01-12', sessions: 3 },
  ],
  { contactGuids: new Map([['c1', 'contact-guid']]) },
);

describe('files for an officer', () => {
  it('have fixed headings', async () => {
    expect(await textOf(writeOfficerCsv('exclusions', [one], { include: ['exclusions'] }))).toBe(
      '\ufeffPupilGUID,LAESTAB,UPN,LegalSurname,LegalForename,DateOfBirth,Sex,Category,Reason1,Reason2,Reason3,' +
        'StartDate,StartSession,EndDate,EndSession,Sessions\r\n' +
        '5f0e0000-0000-4000-8000-000000000001,8562001,H801200001001,Lowe,Ada,2012-03-04,F,SUSP,DB,PP,,' +
        '2026-01-12,,,,3\r\n',
    );
  });

  it('have a heading only once, and one file to a kind', () => {
    for (const id of officerLayoutIds) {
      const headings = headingsOf(officerLayouts[id]);
      expect(new Set(headings).size).toBe(headings.length);
      expect(officerLayouts[id].id).toBe(id);
    }
    const kinds = officerLayoutIds.map((id) => officerLayouts[id].kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('are read back, with what a spreadsheet would run taken for text', async () => {
    const text = await textOf(writeOfficerCsv('pupils', [one]));
    expect(text).toContain(`,'=cmd@example.org`);
    const [row] = await read(text);
    expect(row).toMatchObject({ layout: 'pupils', line: 2 });
    expect(row!.cells).toMatchObject({
      Emails: '=cmd@example.org',
      FormerUPNs: 'A1; B2',
      PAON: '1',
      Phones: 'M: +44 7700 900123',
    });
    expect(row!.cells).not.toHaveProperty('Ethnicity');
    const [contact] = await read(await textOf(writeOfficerCsv('contacts', [one])));
    expect(contact!.cells).toMatchObject({
      ContactGUID: 'contact-guid',
      ContactSurname: 'Lowe, of "Kent"',
      ParentalResponsibility: 'Y',
      CourtOrder: 'N',
    });
  });

  it('count pupils, rows and what was left out', async () => {
    let summary: unknown;
    await textOf(writeOfficerCsv('exclusions', [one, one], { onDone: (done) => (summary = done) }));
    expect(summary).toEqual({
      layout: 'exclusions',
      pupils: 2,
      rows: 0,
      withheld: { ethnicity: 2, exclusions: 2 },
    });
  });

  it('give back any name that was written', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => {
      // eslint-disable-next-line no-control-regex
      const clean = !/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff\ufeff]/u.test(value);
      // An apostrophe before what looks like a formula was ours or theirs: nobody can tell.
      return clean && !/^'[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(value);
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (surname, forename) => {
        const target = makeTarget(makePupil({ surname, forename }));
        const [row] = await read(await textOf(writeOfficerCsv('pupils', [target])));
        expect(row!.cells.LegalSurname).toBe(surname);
        expect(row!.cells.LegalForename).toBe(forename);
      }),
      { numRuns: 200 },
    );
  });

  it.each(officerLayoutIds)('know %s by its header', async (id) => {
    const header = headingsOf(officerLayouts[id]).join(';');
    expect(await read(`${header}\n1;2\n`)).toMatchObject([
      { layout: id, cells: { PupilGUID: '1', LAESTAB: '2' } },
    ]);
  });

  it('refuse another header, and a row that is longer', async () => {
    await expect(read('Name,Age\nx,1\n')).rejects.toMatchObject({ code: 'officer-header' });
    await expect(read('')).rejects.toThrow(UnreadableInputError);
    const header = headingsOf(officerLayouts['sen-needs']).join(',');
    await expect(read(`${header}\n${'x,'.repeat(11)}x\n`)).rejects.toMatchObject({
      code: 'officer-row',
      place: { line: 2 },
    });
  });

  it('end clearly whatever bytes they are', async () => {
    const whole = Buffer.from(
      await textOf(writeOfficerCsv('pupils', [one, one], { include: sensitiveGroups })),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }), async (cut, noise) => {
        const bytes = Buffer.concat([whole.subarray(0, cut), noise]);
        await read(bytes).catch((error: unknown) => {
          expect(error).toBeInstanceOf(UnreadableInputError);
        });
      }),
      { numRuns: 300 },
    );
  });
});
