import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

describe('mapSenHistory', () => {
  it('reads provisions and needs', async () => {
    const { of } = await parsePupil(
      `<SENhistory><SEN><StartDate>2022-09-05</StartDate><SENprovision>K</SENprovision></SEN>
       <SENneeds><SENneed><SENtypeRank>01</SENtypeRank><SENtype>SLCN</SENtype></SENneed></SENneeds></SENhistory>`,
    );
    expect(of('sen-provision')).toMatchObject([
      { key: `${PUPIL_KEY}|2022-09-05|K`, startDate: '2022-09-05', provision: 'K' },
    ]);
    expect(of('sen-need')).toMatchObject([
      { key: `${PUPIL_KEY}|SLCN`, need: 'SLCN', rank: 1, sent: { rank: '01' } },
    ]);
  });

  it('reads needs that stand beside the history', async () => {
    const { of } = await parsePupil('<SENneeds><SENneed><SENtype>HI</SENtype></SENneed></SENneeds>');
    expect(of('sen-need')).toMatchObject([{ need: 'HI' }]);
  });

  it('takes a provision without a start and says so', async () => {
    const { of, issues } = await parsePupil(
      '<SENhistory><SEN><SENprovision>N</SENprovision></SEN></SENhistory>',
    );
    expect(of('sen-provision')).toMatchObject([{ key: `${PUPIL_KEY}||N`, provision: 'N' }]);
    expect(issues).toMatchObject([{ code: 'ctf-start-date-missing' }]);
  });

  it.each([
    ['<SEN><StartDate>x</StartDate><SENprovision>K</SENprovision></SEN>', 'sen-provision'],
    ['<SEN/>', 'sen-provision'],
    ['<SENneeds><SENneed><SENtypeRank>x</SENtypeRank></SENneed></SENneeds>', 'sen-need'],
  ])('makes %s unreadable', async (xml, intended) => {
    const { of, issues } = await parsePupil(`<SENhistory>${xml}</SENhistory>`);
    expect(of('unreadable')).toMatchObject([{ intended, pupilKey: PUPIL_KEY }]);
    expect(issues.at(-1)).toMatchObject({ code: 'ctf-record-unreadable', severity: 'error' });
  });
});
