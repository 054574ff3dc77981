import type { Issue } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { aMark, anEnrolment, aPupil, SCHOOL } from '../testing/samples.js';
import { createFileCollector } from './file-collector.js';
import { sampleBatch, sampleIssues } from './testing/sample-report.js';

const file = { path: 'a.xml', name: 'a.xml' };
const facts = { sha256: null, size: 1, format: 'ctf', version: null, seconds: 1 };

describe('createFileCollector', () => {
  it('puts school, year group, day and pupil to issues, though the enrolment stands behind them', () => {
    const found = createFileCollector({ file }).add(sampleBatch);
    const known = { school: SCHOOL, yearGroup: '7', pupil: "Zoë O'Hara-Singh" };
    expect(found).toEqual([
      { issue: sampleIssues[0], ...known },
      { issue: sampleIssues[1], ...known, date: '2026-09-21' },
      { issue: sampleIssues[2] },
    ]);
  });

  it('finds the record of an issue that stands elsewhere in the pupil’s stretch, even before it', () => {
    const issue = sampleIssues[1] as Issue;
    const found = createFileCollector({ file }).add([
      issue,
      aPupil(),
      aMark(),
      anEnrolment({ yearGroup: 'R' }),
    ]);
    expect(found).toMatchObject([{ date: '2026-09-21', yearGroup: 'R', school: SCHOOL }]);
  });

  it('takes the current enrolment’s year group before any other', () => {
    const found = createFileCollector({ file }).add([
      ...[aPupil(), sampleIssues[0] as Issue, anEnrolment({ current: false, yearGroup: '6' })],
      ...[anEnrolment({ yearGroup: '7' }), anEnrolment({ current: false, yearGroup: '5' })],
    ]);
    expect(found[0]?.yearGroup).toBe('7');
  });

  it('counts', () => {
    const collector = createFileCollector({ file });
    collector.add(sampleBatch);
    collector.add([aPupil({ key: 'other' }), sampleIssues[0] as Issue]);
    const { figures, rest } = collector.finish(facts);
    expect(rest).toEqual([]);
    expect(figures).toMatchObject({
      ...{ records: 4, pupils: 2, schools: [SCHOOL], listed: 4, issues: { error: 2, query: 1, info: 1 } },
      byKind: { pupil: 2, enrolment: 1, 'attendance-mark': 1 },
      byCode: [
        { code: '1510', count: 2, pupils: 1 },
        { code: 'mark-unknown', count: 1, pupils: 1 },
        { code: 'unknown-column', count: 1, pupils: 0 },
      ],
      byMonth: [{ month: '2026-09', issues: { error: 0, query: 1, info: 0 } }],
      attendance: [{ week: '2026-09-21', weekday: 1, session: 'AM', attended: 0, unknown: 1 }],
      ...{ comparison: null, error: null },
    });
    expect(figures.byYearGroup.map(({ yearGroup, pupils }) => [yearGroup, pupils])).toEqual([
      ['7', 1],
      [null, 1],
    ]);
  });

  it('counts sessions by what their codes count as', () => {
    const collector = createFileCollector({ file });
    const codes = ['/', '/', 'M', 'O', '#', '?', '/'];
    collector.add([...codes.map((code) => aMark({ code })), aMark({ date: '2026-09-20', session: 'PM' })]);
    const none = { attended: 0, authorised: 0, unauthorised: 0, notPossible: 0, unknown: 0 };
    expect(collector.finish(facts).figures.attendance).toEqual([
      { week: '2026-09-14', weekday: 7, session: 'PM', ...none, attended: 1 },
      {
        ...{ week: '2026-09-21', weekday: 1, session: 'AM' },
        ...{ attended: 3, authorised: 1, unauthorised: 1, notPossible: 1, unknown: 1 },
      },
    ]);
  });

  it('shares a limit out over codes, the worst first', () => {
    const collector = createFileCollector({ file, maxIssues: 3 });
    const [error, query, info] = sampleIssues as [Issue, Issue, Issue];
    expect(collector.add([info, info, query, query, query, error])).toEqual([]);
    const { rest, figures } = collector.finish(facts);
    expect(rest.map(({ issue }) => issue.code)).toEqual(['1510', 'mark-unknown', 'unknown-column']);
    expect([figures.listed, figures.issues.query]).toEqual([3, 3]);
    expect(() => createFileCollector({ file, maxIssues: -1 })).toThrow(RangeError);
    expect(() => createFileCollector({ file, maxIssues: 0.5 })).toThrow(RangeError);
  });

  it('takes issues of the store', () => {
    const collector = createFileCollector({ file: { path: null, name: null } });
    const found = collector.addAcrossSchools([{ issue: sampleIssues[0] as Issue, record: aPupil() }]);
    expect(found).toMatchObject([{ school: SCHOOL, pupil: "Zoë O'Hara-Singh" }]);
    expect(collector.finish(facts).figures.byCode).toMatchObject([{ code: '1510', pupils: 1 }]);
  });
});
