import { describe, expect, it } from 'vitest';
import { header, IDENTIFIERS, onRoll, parsePupil, parseText } from './__fixtures__/parse-text.js';
import type { CensusHeader } from './census-header.js';

const PUPIL = `<PupilOnRoll>${IDENTIFIERS}</PupilOnRoll>`;

async function headerOf(xml: string, given?: string): Promise<CensusHeader | undefined> {
  let found: CensusHeader | undefined;
  await parseText(onRoll(PUPIL, xml), {
    onHeader: (each) => {
      found = each;
    },
    ...(given === undefined ? {} : { school: given }),
  });
  return found;
}

describe('mapHeader', () => {
  it('gives the whole header', async () => {
    const found =
      await headerOf(`<Header><CollectionDetails><Collection>SC</Collection><Term>SPR</Term><Year>2025</Year>
      <ReferenceDate>2025-01-16</ReferenceDate></CollectionDetails><Source><SourceLevel>S</SourceLevel><LEA>856</LEA>
      <Estab>2001</Estab><URN>123456</URN><SoftwareCode>Some MIS</SoftwareCode><Release>1.2</Release><SerialNo>003</SerialNo>
      <DateTime>2025-01-17T10:00:00</DateTime></Source><Content><CBDSLevels><CBDSLevel>School</CBDSLevel>
      <CBDSLevel>Pupil</CBDSLevel></CBDSLevels><Mood>good</Mood></Content></Header>`);
    expect(found).toEqual({
      collection: 'SC',
      term: 'SPR',
      year: 2025,
      referenceDate: '2025-01-16',
      sourceLevel: 'S',
      la: '856',
      establishment: '2001',
      laestab: '8562001',
      urn: '123456',
      softwareCode: 'Some MIS',
      release: '1.2',
      serialNo: '003',
      dateTime: '2025-01-17T10:00:00',
      levels: ['School', 'Pupil'],
      extensions: { Content: { Mood: 'good' } },
    });
  });

  it('makes year and term the version', async () => {
    for (const [term, year, version] of [
      ['SPR', '2025', '2025 SPR'],
      ['Autumn', '2016', '2016 AUT'],
      ['', '2025', '2025'],
      ['SUM', '', 'SUM'],
    ] as const) {
      const { records } = await parsePupil('', header(term, year));
      expect(records[0]?.provenance.file.version).toBe(version);
    }
  });

  it.each(['CIN', 'School Workforce', 'SWF', 'EYC', 'AP', 'SEN2'])(
    'refuses the return %s',
    async (collection) => {
      await expect(parsePupil('', header('SPR', '2025', collection))).rejects.toMatchObject({
        name: 'UnreadableInputError',
        code: 'census-collection',
      });
    },
  );

  it('reads on when collection, year or term are not known', async () => {
    const { issues, of } = await parsePupil('', header('603', 'now', 'PLASC'));
    expect(issues.map(({ code }) => code)).toEqual([
      'census-collection-unknown',
      'census-round-unknown',
      'census-number-unreadable',
    ]);
    expect(of('pupil')).toHaveLength(1);
  });

  it('goes by the reference date when the year is another', async () => {
    const { of, issues } = await parsePupil(
      '<TermlyAttendance><SessionsPossible>9</SessionsPossible></TermlyAttendance>',
      header('AUT', '2025', 'SC', '2024-10-03'),
    );
    expect(issues).toMatchObject([{ code: 'census-year-differs', value: '2025' }]);
    expect(of('attendance-summary')).toMatchObject([{ academicYear: 2023, term: 'SUM' }]);
  });

  it('puts the records under the school that the caller names', async () => {
    const { records } = await parseText(onRoll(PUPIL), { school: '8564123' });
    expect(records.filter(({ kind }) => kind === 'pupil')).toMatchObject([{ school: '8564123' }]);
    await expect(parseText(onRoll(PUPIL), { school: '123' })).rejects.toThrow(RangeError);
  });

  it('says when no school is named, or no header is there', async () => {
    const authority = HEADERLESS.replace('2001', 'LLLL');
    const { issues, records } = await parseText(onRoll(PUPIL, authority));
    expect(issues).toMatchObject([{ code: 'census-school-missing', severity: 'query' }]);
    expect(records[0]).not.toHaveProperty('school');
    const without = await parseText(onRoll(PUPIL, ''));
    expect(without.issues.map(({ code }) => code)).toEqual([
      'census-header-missing',
      'census-school-missing',
    ]);
    expect(without.of('pupil')).toHaveLength(1);
  });

  it('keeps a second header whole', async () => {
    const { of } = await parseText(onRoll(PUPIL, header() + header('SPR')));
    expect(of('unreadable')).toMatchObject([{ intended: 'Header' }]);
  });
});

const HEADERLESS = header();
