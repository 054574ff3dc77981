import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

function results(...xml: string[]): string {
  return `<StageAssessments><KeyStage><Stage>KS2</Stage>${xml
    .map((one) => `<StageAssessment>${one}</StageAssessment>`)
    .join('')}</KeyStage></StageAssessments>`;
}

describe('mapAssessments', () => {
  it('puts a result into the school year that ends in its year', async () => {
    const { of } = await parsePupil(
      results(
        '<Year>2024</Year><Subject>MAT</Subject><Method>TT</Method><Component>MTC</Component><Result>25</Result>',
      ),
    );
    expect(of('assessment-result')).toMatchObject([
      {
        key: `${PUPIL_KEY}|KS2|2023||MAT|TT|MTC||`,
        stage: 'KS2',
        academicYear: 2023,
        subject: 'MAT',
        method: 'TT',
        component: 'MTC',
        result: '25',
        sent: { academicYear: '2024' },
      },
    ]);
  });

  it('takes a year of 0 as none', async () => {
    const { of, issues } = await parsePupil(results('<Year>0</Year><Subject>MAT</Subject>'));
    expect(of('assessment-result')).toMatchObject([{ sent: { academicYear: '0' } }]);
    expect(of('assessment-result')[0]).not.toHaveProperty('academicYear');
    expect(issues).toEqual([]);
  });

  it.each([
    ['<Year>2024</Year><Result>25</Result>', 'subject'],
    ['<Year>last</Year><Subject>MAT</Subject>', 'academicYear'],
  ])('keeps %s whole', async (xml, field) => {
    const { of, issues } = await parsePupil(results('<Subject>ENG</Subject>', xml));
    expect(of('assessment-result')).toHaveLength(1);
    expect(of('unreadable')).toMatchObject([{ intended: 'assessment-result' }]);
    expect(issues.at(-1)).toMatchObject({ code: 'ctf-record-unreadable', severity: 'error', field });
  });

  it('says nothing of a pupil without results', async () => {
    const { records, issues } = await parsePupil('<StageAssessments/>');
    expect(records.map(({ kind }) => kind)).toEqual(['school', 'pupil']);
    expect(issues).toEqual([]);
  });
});
