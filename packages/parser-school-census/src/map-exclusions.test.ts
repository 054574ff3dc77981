import { describe, expect, it } from 'vitest';
import { parseLeaver, parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

const exclusions = (content: string) => `<Exclusions>${content}</Exclusions>`;
const one = (content: string) => exclusions(`<TermlyExclusion>${content}</TermlyExclusion>`);

describe('mapExclusions', () => {
  it.each([
    '<Reasons><Reason>PP</Reason><Reason>VP</Reason><Reason>DB</Reason></Reasons>',
    '<Reason1>PP</Reason1><Reason2>VP</Reason2><Reason3>DB</Reason3>',
    '<Reason>PP</Reason><Reason>VP</Reason><Reason>DB</Reason>',
  ])('reads up to three reasons: %s', async (reasons) => {
    for (const sessions of ['ActualNumberOfSessions', 'Sessions']) {
      const { of, issues } = await parsePupil(
        one(
          `<Category>SUSP</Category>${reasons}<StartDate>2024-05-14</StartDate><${sessions}>6</${sessions}>`,
        ),
      );
      expect(of('exclusion')).toMatchObject([
        {
          key: `${PUPIL_KEY}|SUSP|2024-05-14|`,
          category: 'SUSP',
          reasons: ['PP', 'VP', 'DB'],
          startDate: '2024-05-14',
          sessions: 6,
        },
      ]);
      expect(issues).toEqual([]);
    }
  });

  it('reads the older form, in either container, with review and what the pupil then was', async () => {
    const xml = `<TermlyExclusion><Category>FIXD</Category><Reason>OT</Reason><StartDate>2015-03-09</StartDate>
      <ActualNumberOfSessions>010</ActualNumberOfSessions><InCare>true</InCare><SENprovision>S</SENprovision>
      <ReviewDate>2015-03-20</ReviewDate><ReviewResult>A</ReviewResult><SENexpert>N</SENexpert></TermlyExclusion>`;
    for (const container of ['Exclusions', 'TermlyExclusions']) {
      const { of, issues } = await parsePupil(`<${container}>${xml}</${container}>`);
      expect(of('exclusion')).toMatchObject([
        {
          category: 'FIXD',
          reasons: ['OT'],
          sessions: 10,
          sent: { sessions: '010' },
          reviews: [{ date: '2015-03-20', result: 'A' }],
          extensions: { InCare: 'true', SENprovision: 'S', SENexpert: 'N' },
        },
      ]);
      expect(issues).toEqual([]);
    }
  });

  it('reads those of a school year, and lists inside a list', async () => {
    const { of, issues } = await parsePupil(
      exclusions(
        '<AnnualExclusions><AnnualExclusion><Category>FIXD</Category><StartDate>2012-11-05</StartDate><EndDate>2012-11-06</EndDate></AnnualExclusion></AnnualExclusions>' +
          '<TermlyExclusions><TermlyExclusion Draft="1"><Category>LNCH</Category><StartDate>2013-02-04</StartDate></TermlyExclusion></TermlyExclusions>',
      ),
    );
    expect(of('exclusion')).toMatchObject([
      { category: 'FIXD', startDate: '2012-11-05', endDate: '2012-11-06' },
      { category: 'LNCH', extensions: { '@Draft': '1' } },
    ]);
    expect(issues).toMatchObject([
      { code: 'census-element-unknown', field: expect.stringMatching(/@Draft$/) },
    ]);
  });

  it('reads those of pupils who left', async () => {
    const { of } = await parseLeaver(one('<Category>PERM</Category><StartDate>2024-06-10</StartDate>'));
    expect(of('exclusion')).toMatchObject([{ category: 'PERM', startDate: '2024-06-10' }]);
  });

  it.each([
    ['<Category>SUSP</Category><StartDate>x</StartDate>', 'startDate'],
    ['<Reason>PP</Reason>', 'category'],
  ])('makes %s unreadable', async (xml, field) => {
    const { of, issues } = await parsePupil(one(xml));
    expect(of('unreadable')).toMatchObject([{ intended: 'exclusion', pupilKey: PUPIL_KEY }]);
    expect(issues.at(-1)).toMatchObject({ code: 'census-record-unreadable', field });
  });

  it('tells of two that nothing tells apart', async () => {
    const { of, issues } = await parsePupil(
      exclusions('<TermlyExclusion><Category>SUSP</Category></TermlyExclusion>'.repeat(2)),
    );
    expect(of('exclusion')).toHaveLength(2);
    expect(issues.map(({ code }) => code)).toEqual([
      'census-start-date-missing',
      'census-start-date-missing',
      'census-record-repeated',
    ]);
  });

  it('tells of two numbers of sessions', async () => {
    const { of, issues } = await parsePupil(
      one(
        '<Category>SUSP</Category><StartDate>2024-05-14</StartDate><Sessions>2</Sessions><ActualNumberOfSessions>3</ActualNumberOfSessions>',
      ),
    );
    expect(of('exclusion')).toMatchObject([{ sessions: 2, extensions: { ActualNumberOfSessions: '3' } }]);
    expect(issues).toMatchObject([{ code: 'census-element-repeated' }]);
  });
});
