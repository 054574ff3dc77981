import { describe, expect, it } from 'vitest';
import { HEADER, IDENTIFIERS, parseText } from './__fixtures__/parse-text.js';

const PUPILS = `<Pupils><PupilsOnRoll><PupilOnRoll>${IDENTIFIERS}</PupilOnRoll></PupilsOnRoll></Pupils>`;

describe('the school', () => {
  it('has name and numbers, and the rest under the file’s own names', async () => {
    const { of, issues, records } = await parseText(
      `<Message>${HEADER}<School><SchoolCharacteristics><SchoolName>A School</SchoolName><UKPRN>10000001</UKPRN>
       <Phase>PS</Phase></SchoolCharacteristics><Miscellaneous><FreeMealsTaken>9</FreeMealsTaken></Miscellaneous></School>${PUPILS}</Message>`,
    );
    expect(records[0]?.kind).toBe('school');
    expect(of('school')).toMatchObject([
      {
        key: 'laestab:8562001',
        la: '856',
        establishment: '2001',
        name: 'A School',
        ukprn: '10000001',
        extensions: { SchoolCharacteristics: { Phase: 'PS' }, Miscellaneous: { FreeMealsTaken: '9' } },
      },
    ]);
    expect(issues).toEqual([]);
  });

  it('keeps each class whole', async () => {
    const classes =
      '<Classes><Class><Teachers>1</Teachers></Class><Class><Teachers>2</Teachers></Class></Classes>';
    const { of } = await parseText(`<Message>${HEADER}<School>${classes}</School>${PUPILS}</Message>`);
    expect(of('school')[0]?.extensions).toEqual({
      Classes: { Class: [{ Teachers: '1' }, { Teachers: '2' }] },
    });
  });

  it('is known by the header alone', async () => {
    const { of } = await parseText(`<Message>${HEADER}${PUPILS}</Message>`);
    expect(of('school')).toMatchObject([{ key: 'laestab:8562001', la: '856' }]);
    expect(of('school')[0]).not.toHaveProperty('extensions');
  });

  it('may come behind its pupils, who may stand in it', async () => {
    const characteristics = '<SchoolCharacteristics><SchoolName>Late</SchoolName></SchoolCharacteristics>';
    for (const xml of [
      `<Message>${HEADER}${PUPILS}<School>${characteristics}</School></Message>`,
      `<Message>${HEADER}<School>${PUPILS}${characteristics}</School></Message>`,
    ]) {
      const { of, issues } = await parseText(xml);
      expect(of('school')).toMatchObject([{ name: 'Late' }]);
      expect(of('pupil')).toHaveLength(1);
      expect(issues).toEqual([]);
    }
  });

  it('tells of unknown modules and items once', async () => {
    const { issues, of } = await parseText(
      `<Message>${HEADER}<School><SchoolCharacteristics><Motto>x</Motto></SchoolCharacteristics><Library/><Library><Books>1</Books></Library></School>${PUPILS}</Message>`,
    );
    expect(issues.map(({ code, field }) => [code, field])).toEqual([
      ['census-element-unknown', '/School/SchoolCharacteristics/Motto'],
      ['census-element-unknown', '/School/Library'],
    ]);
    expect(of('school')[0]?.extensions).toEqual({
      SchoolCharacteristics: { Motto: 'x' },
      Library: { Books: '1' },
    });
  });

  it('is known without a header, by its name', async () => {
    const { of } = await parseText(
      `<Message><School><SchoolCharacteristics><SchoolName>Nowhere School</SchoolName></SchoolCharacteristics></School>${PUPILS}</Message>`,
    );
    expect(of('school')).toMatchObject([{ key: 'name:Nowhere School', name: 'Nowhere School' }]);
  });

  it('tells of attributes, which no version has', async () => {
    const { of, issues } = await parseText(
      `<Message>${HEADER}<School><SchoolCharacteristics kind="x" xmlns="urn:y"><Phase>PS</Phase></SchoolCharacteristics></School>${PUPILS}</Message>`,
    );
    expect(of('school')[0]?.extensions).toEqual({
      SchoolCharacteristics: { '@kind': 'x', Phase: 'PS' },
    });
    expect(issues).toMatchObject([
      { code: 'census-element-unknown', field: '/School/SchoolCharacteristics/@kind' },
    ]);
  });

  it('does not take modules without end', async () => {
    const xml = `<Message>${HEADER}<School>${'<Classes/>'.repeat(1_001)}</School></Message>`;
    await expect(parseText(xml)).rejects.toMatchObject({ code: 'census-school-large' });
  });
});
