import { makeHead, openSource, UnreadableInputError } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { HEADER, header, IDENTIFIERS, onRoll, parseText } from './__fixtures__/parse-text.js';
import { schoolCensusParser } from './school-census-parser.js';

function detect(text: string, name?: string) {
  return schoolCensusParser.detect(makeHead(new TextEncoder().encode(text), name));
}

function pupils(count: number): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `<PupilOnRoll><PupilIdentifiers><Surname>S${i}</Surname><Forename>F</Forename></PupilIdentifiers></PupilOnRoll>`,
  ).join('');
}

describe('detect', () => {
  it.each([
    [`<?xml version="1.0"?>\n<!-- x --><Message>${HEADER}`, 1, '2024 AUT'],
    [`\ufeff<message>${header('Summer', '2026', 'School Census')}`, 1, '2026 SUM'],
    [`<m:Message xmlns:m="urn:x"><m:Header><m:Collection>PRU</m:Collection>`, 0.95, undefined],
    [
      '<Message><Header><CollectionDetails><Collection>Other</Collection></CollectionDetails></Header><Pupils><PupilsOnRoll>',
      0.8,
      undefined,
    ],
    ['<Message><Pupils><PupilsNoLongerOnRoll/>', 0.8, undefined],
  ])('knows %s', (text, confidence, version) => {
    const found = detect(text);
    expect(found).toMatchObject({ confidence });
    expect(found?.version).toBe(version);
    expect(found?.reason).toMatch(/^root element .*essage/);
  });

  it.each([
    '<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children/>',
    '<Message><Header><CollectionDetails><Collection>SWF</Collection></CollectionDetails></Header><School/></Message>',
    '<Message><Body>Hello</Body></Message>',
    '<Messages><PupilsOnRoll/></Messages>',
    '<CTfile><Header/></CTfile>',
    'UPN,Surname',
    '',
    '{}',
    '<!DOCTYPE Message><Message><PupilsOnRoll/></Message>',
  ])('leaves %s to others, whatever its name says', (text) => {
    expect(detect(text, '8562001_SC_AUT2024_001.xml')).toBeUndefined();
  });
});

describe('parse', () => {
  it('reads pupils in the school, beside it, and straight in the message', async () => {
    const list = `<PupilsOnRoll>${pupils(1)}</PupilsOnRoll>`;
    for (const content of [`<School><Pupils>${list}</Pupils></School>`, `<Pupils>${list}</Pupils>`, list]) {
      const { of, issues } = await parseText(`<Message>${HEADER}${content}</Message>`);
      expect(of('pupil')).toMatchObject([{ surname: 'S0' }]);
      expect(issues).toEqual([]);
    }
  });

  it('reads prefixed names and names in another case', async () => {
    const { of } = await parseText(
      '<c:MESSAGE xmlns:c="urn:x"><c:pupils><c:pupilsonroll><c:PUPILONROLL><c:surname>A</c:surname></c:PUPILONROLL></c:pupilsonroll></c:pupils></c:MESSAGE>',
    );
    expect(of('pupil')).toMatchObject([{ surname: 'A' }]);
  });

  it('never divides a pupil between batches', async () => {
    const pupil = `<PupilOnRoll>${IDENTIFIERS}<PupilCharacteristics><FSMperiods>${[1, 2, 3, 4].map((n) => `<FSMperiod><FSMstartDate>202${n}-01-10</FSMstartDate></FSMperiod>`).join('')}</FSMperiods></PupilCharacteristics></PupilOnRoll>`;
    const five = Array.from({ length: 5 }, (_, i) => pupil.replace('119001', `11900${i}`)).join('');
    const source = await openSource(new TextEncoder().encode(onRoll(five)));
    const sizes: number[] = [];
    for await (const batch of schoolCensusParser.parse(source, { batchSize: 7 })) sizes.push(batch.length);
    expect(sizes).toEqual([10, 10, 6]);
  });

  it('completes the file’s digest for all its records', async () => {
    const { records } = await parseText(onRoll(pupils(3)));
    expect(new Set(records.map(({ provenance }) => provenance.file)).size).toBe(1);
    expect(records[0]?.provenance.file).toMatchObject({
      format: 'school-census',
      supplier: 'dfe',
      version: '2024 AUT',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('reads two files at once', async () => {
    const school = (name: string) =>
      `<Message>${HEADER}<School><SchoolCharacteristics><SchoolName>${name}</SchoolName></SchoolCharacteristics></School><Pupils><PupilsOnRoll>${pupils(400)}</PupilsOnRoll></Pupils></Message>`;
    const results = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => parseText(school(name), { batchSize: 50 })),
    );
    for (const { of, issues } of results) {
      expect(of('pupil')).toHaveLength(400);
      expect(issues).toEqual([]);
    }
    expect(results.map(({ of }) => of('school')[0]?.name)).toEqual(['One', 'Two', 'Three']);
  });

  it.each([
    ['another root', '<ATfile/>', 'census-root'],
    ['another return', `<Message>${header('SPR', '2024', 'CIN')}</Message>`, 'census-collection'],
  ])('refuses %s', async (_, text, code) => {
    await expect(parseText(text)).rejects.toMatchObject({ name: 'UnreadableInputError', code });
  });

  it.each([
    ['cut short', `<Message>${HEADER}<Pupils><PupilsOnRoll><PupilOnRoll><UPN>H85`],
    ['two files in one', '<Message/><Message/>'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><Message/>'],
    ['empty', ''],
    ['a ZIP file', 'PK\u0003\u0004 and more'],
  ])('throws for what can not be read: %s', async (_, text) => {
    await expect(parseText(text)).rejects.toBeInstanceOf(UnreadableInputError);
  });

  it('says when there is no pupil', async () => {
    const { issues, of } = await parseText(`<Message>${HEADER}<Pupils><PupilsOnRoll/></Pupils></Message>`);
    expect(issues).toMatchObject([{ code: 'census-no-pupils', severity: 'query' }]);
    expect(of('school')).toHaveLength(1);
  });

  it('keeps what stands where nothing should, whole', async () => {
    const { of, issues } = await parseText(
      `<Message>${HEADER}<Footer><Count>1</Count></Footer><Pupils><PupilsOnRoll>${pupils(1)}<Person><UPN>x</UPN></Person></PupilsOnRoll><Note>n</Note></Pupils></Message>`,
    );
    expect(of('unreadable')).toMatchObject([
      { intended: 'Footer', school: '8562001', raw: { Count: '1' } },
      { intended: 'Person', raw: { UPN: 'x' } },
      { intended: 'Note', raw: 'n' },
    ]);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['census-element-misplaced']));
  });

  it('stops when it is told to', async () => {
    const source = await openSource(new TextEncoder().encode(onRoll(pupils(50_000))));
    const controller = new AbortController();
    const run = async () => {
      for await (const batch of schoolCensusParser.parse(source, { signal: controller.signal })) {
        expect(batch.length).toBeGreaterThan(0);
        controller.abort(new Error('enough'));
      }
    };
    await expect(run()).rejects.toThrow('enough');
  });

  it('keeps its thrown messages free of data', async () => {
    const error = await parseText(
      `<Message>${HEADER}<Pupils><PupilsOnRoll><PupilOnRoll><Surname>Secretname</Forename>`,
    ).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain('Secretname');
  });
});
