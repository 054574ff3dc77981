import { openSource } from '@rollbook/parser-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPerson, header, textOf } from './make-person.test-support.js';
import { nccisCsvColumns } from './csv-columns.js';
import { nccisFileVersion, nccisFileVersionOn, nccisFileVersions } from './file-versions.js';
import { nccisFileName } from './nccis-file-name.js';
import { collectNccis } from './nccis-item.js';
import { readNccisCsv } from './read-nccis-csv.js';
import { readNccisXml } from './read-nccis-xml.js';
import { writeNccisCsv } from './write-nccis-csv.js';
import { writeNccisXml } from './write-nccis-xml.js';
import { nccisHeaderSchema, nccisYoungPersonSchema, type NccisYoungPerson } from './young-person.js';

const source = (text: string) => openSource(Buffer.from(text));

describe('what is written', () => {
  it('is read back, in XML, as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPerson, { maxLength: 4 }), async (people) => {
        const text = await textOf(writeNccisXml(header, people));
        const read = await collectNccis(readNccisXml(await source(text)));
        expect(read.header).toEqual(header);
        expect(read.people.map(({ person }) => person)).toEqual(people);
        expect(read.people.every(({ extensions }) => extensions === undefined)).toBe(true);
        // The newest version spells the database's element otherwise than the schema of 2015.
        expect(read.issues.map(({ code }) => code)).toEqual(
          people.length === 0 ? ['nccis-spelling', 'nccis-no-people'] : ['nccis-spelling'],
        );
        expect(nccisHeaderSchema.parse(read.header)).toEqual(header);
        for (const { person } of read.people) expect(nccisYoungPersonSchema.parse(person)).toEqual(person);
      }),
      { numRuns: 60 },
    );
  });

  it('is read back, as CSV, but for what that has no column for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPerson, { minLength: 1, maxLength: 4 }), async (people) => {
        const kept = people
          .map((person) => {
            const rest = { ...person };
            delete rest.middleName;
            delete rest.youthContractIndicator;
            delete rest.youthContractStartDate;
            return rest;
          })
          .map((person): NccisYoungPerson => ({ ...person, activity: person.activity ?? {} }))
          // A row of nothing is no row.
          .filter((person) => nccisCsvColumns.some(({ read }) => read(person) !== undefined));
        fc.pre(kept.length > 0);
        const text = await textOf(writeNccisCsv(kept));
        const read = await collectNccis(readNccisCsv(await source(text)));
        expect(read.people.map(({ person }) => person)).toEqual(kept);
        expect(read.issues).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has the elements in the order of the schema, and none that is empty', async () => {
    const person: NccisYoungPerson = {
      youngPersonsId: '9990000000001',
      familyName: 'A & B',
      sendFlag: 'N',
      senSupportFlag: 'N',
      characteristics: ['110'],
      guaranteeYear12: { guaranteeStatus: '110', leaCode: '999' },
      activity: { activityCode: '230' },
    };
    expect(
      await textOf(
        writeNccisXml({ databaseIds: ['999'], sourceLeas: ['999'] }, [person], { version: '2015-16' }),
      ),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<NCCIS>
  <FileHeader>
    <Databases>
      <DatabaseId>999</DatabaseId>
    </Databases>
    <SourceLEAs>
      <LEACode>999</LEACode>
    </SourceLEAs>
  </FileHeader>
  <YoungPersonsRecord>
    <PersonalDetails>
      <YoungPersonsID>9990000000001</YoungPersonsID>
      <FamilyName>A &amp; B</FamilyName>
    </PersonalDetails>
    <SeptemberGuarantee>
      <Year12>
        <GuaranteeStatus>110</GuaranteeStatus>
        <LEACode>999</LEACode>
      </Year12>
    </SeptemberGuarantee>
    <LevelOfNeed>
      <SENDFlag>N</SENDFlag>
      <Characteristics>
        <CharacteristicCode>110</CharacteristicCode>
      </Characteristics>
    </LevelOfNeed>
    <Activities>
      <Cohort>
        <ActivityCode>230</ActivityCode>
      </Cohort>
    </Activities>
  </YoungPersonsRecord>
</NCCIS>
`);
  });

  it('takes the version of the period', async () => {
    const flag = { senSupportFlag: 'N' };
    expect(await textOf(writeNccisXml({ ...header, periodEnd: '2017-10-31' }, [flag]))).not.toContain(
      'SENSupport',
    );
    expect(await textOf(writeNccisXml(header, [flag]))).toContain('<SENSupportFlag>N<');
    expect(await textOf(writeNccisXml({ databaseIds: [], sourceLeas: [] }, [flag]))).toContain(
      'SENSupportFlag',
    );
    await expect(writeNccisXml(header, [], { version: '1999' }).next()).rejects.toThrow('Known versions');
  });

  it('escapes formulas in CSV unless told not to', async () => {
    const person = { givenName: '=1+1' };
    expect(await textOf(writeNccisCsv([person]))).toContain(`,'=1+1,`);
    expect(await textOf(writeNccisCsv([person], { escapeFormulas: false }))).toContain(',=1+1,');
  });
});

describe('versions and names', () => {
  it('are found by day', () => {
    expect(nccisFileVersionOn('2014-01-01').id).toBe('2015-16');
    expect(nccisFileVersionOn('2018-03-31').id).toBe('2015-16');
    expect(nccisFileVersionOn('2018-04-01').id).toBe('2018-19');
    expect(() => nccisFileVersionOn('31/03/2018')).toThrow(RangeError);
    expect(() => nccisFileVersion('x')).toThrow(RangeError);
    expect([...nccisFileVersions].sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual(nccisFileVersions);
  });

  it('have no spaces and no data of a person', () => {
    expect(nccisFileName({ databaseId: '999', periodEnd: '2026-10-31' })).toBe('NCCIS_999_2026-10-31.xml');
    expect(nccisFileName({ databaseId: '999', periodEnd: '2026-10-31', format: 'csv' })).toBe(
      'NCCIS_999_2026-10-31.csv',
    );
    expect(() => nccisFileName({ databaseId: '../', periodEnd: '2026-10-31' })).toThrow(RangeError);
    expect(() => nccisFileName({ databaseId: '999', periodEnd: 'x' })).toThrow(RangeError);
  });
});
