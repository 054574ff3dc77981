import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownIssue } from '../shown-issue.js';
import {
  filterIssues,
  type IssueFilter,
  listIssues,
  NONE,
  noFilter,
  sortIssues,
  sortKeys,
} from './issue-list.js';
import { toPageData } from './page-data.js';
import { sampleRun, secrets } from './testing/sample-run.js';

function listed(identify: boolean) {
  const { files } = sampleRun({ files: 2, issues: 60 });
  const kept = files.flatMap(({ issues, figures }, file) =>
    issues.map((issue) => ({ file, shown: shownIssue(figures.path, issue, identify) })),
  );
  return listIssues(toPageData(kept, ['one.xml', 'two.xml'], identify));
}

const issues = listed(true);
const found = (filter: Partial<IssueFilter>) => filterIssues(issues, { ...noFilter, ...filter });

describe('issues in the page', () => {
  it('are what was put in', () => {
    const { files } = sampleRun({ files: 2, issues: 60 });
    const first = files[1]!.issues[3]!;
    expect(issues[63]).toMatchObject({
      index: 63,
      file: 1,
      fileName: 'two.xml',
      severity: first.issue.severity,
      status: null,
      code: first.issue.code,
      message: first.issue.message,
      help: first.issue.help,
      place: 'sheet Pupils, row 5, column UPN',
      school: '8564001',
      yearGroup: first.yearGroup ?? null,
      date: first.date ?? null,
      kind: first.issue.record?.kind,
      field: first.issue.field,
      pupil: secrets.pupil,
      value: `${secrets.value}-3`,
      key: `${secrets.key}-3`,
      pupilKey: secrets.other,
    });
    expect(issues.slice(0, 2).map(({ status }) => status)).toEqual(['new', 'still']);
  });

  it('hold nothing of pupils unless they may', () => {
    const text = JSON.stringify(listed(false));
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(listed(false)).toHaveLength(120);
  });
});

describe('the filter', () => {
  it('lets everything through when it is empty', () => expect(found({})).toEqual(issues));

  it.each([
    ['severity', 'query', (issue) => issue.severity === 'query'],
    ['code', '1510', (issue) => issue.code === '1510'],
    ['yearGroup', '7', (issue) => issue.yearGroup === '7'],
    ['yearGroup', NONE, (issue) => issue.yearGroup === null],
    ['school', '8564001', (issue) => issue.school === '8564001'],
    ['status', 'new', (issue) => issue.status === 'new'],
    ['status', NONE, (issue) => issue.status === null],
    ['file', '1', (issue) => issue.file === 1],
    ['from', '2026-05-01', (issue) => issue.date !== null && issue.date >= '2026-05-01'],
    ['to', '2026-05-01', (issue) => issue.date !== null && issue.date <= '2026-05-01'],
  ] as [keyof IssueFilter, string, (issue: (typeof issues)[number]) => boolean][])(
    'narrows down by %s %s',
    (name, value, test) => {
      const expected = issues.filter(test);
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(issues.length);
      expect(found({ [name]: value })).toEqual(expected);
    },
  );

  it('takes the first and the last day in', () => {
    const { date } = issues.find((issue) => issue.date !== null)!;
    expect(found({ from: date!, to: date! }).every((issue) => issue.date === date)).toBe(true);
    expect(found({ from: date!, to: date! }).length).toBeGreaterThan(0);
  });

  it('finds all words of a search in any order, whatever their case, also in dates as they are shown', () => {
    expect(found({ text: ' LETTER  check ' })).toEqual(issues.filter(({ code }) => code === '1510'));
    expect(found({ text: 'september 2026' }).length).toBeGreaterThan(0);
    expect(found({ text: `${secrets.value}-17` })).toHaveLength(2);
    expect(found({ text: 'reception' })).toEqual(issues.filter(({ yearGroup }) => yearGroup === 'R'));
    expect(found({ text: 'letter nowhere' })).toEqual([]);
  });
});

describe('the order', () => {
  it('keeps all issues, puts what is missing last both ways, and leaves what is alike as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sortKeys), fc.boolean(), (by, descending) => {
        const sorted = sortIssues(issues, { by, descending });
        expect(new Set(sorted)).toEqual(new Set(issues));
        const missing = sorted.map((issue) => issue[by] === null);
        expect(missing.lastIndexOf(false)).toBeLessThan(
          !missing.includes(true) ? Infinity : missing.indexOf(true),
        );
        sorted.forEach((issue, at) => {
          const next = sorted[at + 1];
          if (next && by !== 'place' && issue[by] === next[by]) expect(issue.index).toBeLessThan(next.index);
        });
      }),
    );
  });

  it('has the worst first, year groups by schooling, and places by file and number', () => {
    expect(sortIssues(issues, { by: 'severity', descending: false })[0]?.severity).toBe('error');
    expect(sortIssues(issues, { by: 'severity', descending: true })[0]?.severity).toBe('info');
    const years = sortIssues(issues, { by: 'yearGroup', descending: false }).map(
      ({ yearGroup }) => yearGroup,
    );
    expect([...new Set(years)]).toEqual(['R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', null]);
    const places = sortIssues(issues, { by: 'place', descending: false });
    expect(places.map(({ index }) => index)).toEqual(issues.map(({ index }) => index));
    const codes = sortIssues(issues, { by: 'code', descending: true }).map(({ code }) => code);
    expect([codes[0], codes.at(-1)]).toEqual(['sen-spells-overlap', '1500']);
  });
});
