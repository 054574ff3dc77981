import { describe, expect, it } from 'vitest';
import type { SessionFigures } from '../report.js';
import { longestOf, severityBar } from './bars.js';
import { attendanceStep, chartAttendance } from './chart-attendance.js';
import { chartByCode } from './chart-by-code.js';
import { chartByMonth, monthAfter } from './chart-by-month.js';
import { chartByYearGroup } from './chart-by-year-group.js';
import { comparison, comparisonOfAll } from './comparison.js';
import { sampleRun, sampleSessions } from './testing/sample-run.js';

const { figures } = sampleRun({ files: 1, issues: 90 }).files[0]!;
const none = { error: 0, query: 0, info: 0 };
const filtersOf = (text: string): unknown[] =>
  [...text.matchAll(/data-filter="([^"]*)"/g)].map(([, json = '']): unknown =>
    JSON.parse(json.replaceAll('&quot;', '"')),
  );

describe('bars', () => {
  it('have a piece for each severity, one after another', () => {
    const { text } = severityBar({ error: 10, query: 0, info: 30 }, 80);
    expect(
      [...text.matchAll(/class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"/g)].map((found) => found.slice(1)),
    ).toEqual([
      ['error', '0.00', '12.50'],
      ['info', '12.50', '37.50'],
    ]);
  });

  it('show a little however small, and nothing of nothing', () => {
    expect(severityBar({ ...none, error: 1 }, 1_000_000).text).toContain('width="0.60%"');
    expect(severityBar(none, 0).text).not.toContain('rect');
    expect(longestOf([none, { error: 1, query: 2, info: 3 }])).toBe(6);
    expect(longestOf([])).toBe(0);
  });
});

describe('by rule', () => {
  it('shows ten at once and the rest behind them', () => {
    const code = (index: number) => ({
      code: `c${index}`,
      severity: 'query' as const,
      message: `Message <${index}>`,
      help: '',
      count: 1000 - index,
      pupils: index,
    });
    const of = (count: number) =>
      chartByCode(
        Array.from({ length: count }, (_, index) => code(index)),
        '3',
      ).text;
    expect(of(10)).not.toContain('<details');
    expect(of(11)).toContain('1 more rule<');
    expect(of(15)).toContain('5 more rules<');
    expect(filtersOf(of(15))).toHaveLength(15);
    expect(filtersOf(of(15))[14]).toEqual({ code: 'c14', file: '3' });
    expect(of(1)).toContain('Message &lt;0&gt;');
    expect(of(1)).toContain('<td class="number">1,000</td><td class="number">–</td>');
    expect(of(0)).toContain('No rule found anything');
  });
});

describe('by year group', () => {
  it('has a row for each, with numbers beside the bar', () => {
    const { text } = chartByYearGroup(figures.byYearGroup, '');
    expect(filtersOf(text)).toHaveLength(13);
    expect(filtersOf(text).at(-1)).toEqual({ yearGroup: '~', file: '' });
    expect(text).toContain('Reception');
    expect(chartByYearGroup([], '').text).toContain('No pupils were read');
  });
});

describe('by month', () => {
  it.each([
    ['2026-09', -1, '2026-08'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-06', -23, '2024-07'],
    ['2026-06', 0, '2026-06'],
  ])('%s and %i months is %s', (month, months, after) => expect(monthAfter(month, months)).toBe(after));

  it('has a column for each of two years, and sums before and after', () => {
    const one = { error: 1, query: 0, info: 0 };
    const months = ['2019-05', '2024-09', '2024-10', '2026-02', '2026-09', '2031-01', '2031-02'];
    const { text } = chartByMonth(
      months.map((month) => ({ month, issues: one })),
      '2026-10-01',
      '',
    );
    const list = text.slice(0, text.indexOf('<details'));
    expect(filtersOf(list)).toEqual([
      { to: '2024-09-30', file: '' },
      { from: '2024-10-01', to: '2024-10-31', file: '' },
      { from: '2026-02-01', to: '2026-02-28', file: '' },
      { from: '2026-09-01', to: '2026-09-30', file: '' },
      { from: '2026-10-01', file: '' },
    ]);
    expect(list).toContain('2<span class="hidden-text">; Before October 2024: 2 errors</span>');
    expect(list).toContain('2<span class="hidden-text">; After September 2026: 2 errors</span>');
    expect(list.match(/<li/g)).toHaveLength(26);
    expect(list).toContain('<li title="February 2026: 1 error">');
    expect(filtersOf(text.slice(list.length))).toHaveLength(7);
  });

  it('takes months that are all before or all after the day of the check', () => {
    const one = { error: 0, query: 2, info: 1 };
    expect(chartByMonth([{ month: '2030-01', issues: one }], '2026-10-01', '').text).toContain(
      'After October 2026: 2 queries, 1 info',
    );
    expect(chartByMonth([{ month: '2001-01', issues: one }], '2026-10-01', '').text).toContain(
      'January 2001: 2 queries',
    );
    expect(chartByMonth([], '2026-10-01', '').text).toContain('No issue is about a record with a date');
  });
});

describe('attendance', () => {
  const session = (own: Partial<SessionFigures>): SessionFigures => ({
    week: '2026-09-07',
    weekday: 1,
    session: 'AM',
    attended: 0,
    authorised: 0,
    unauthorised: 0,
    notPossible: 0,
    unknown: 0,
    ...own,
  });

  it.each([
    [100, 0],
    [96, 0],
    [95, 1],
    [93, 1],
    [92, 2],
    [90, 2],
    [85, 3],
    [80, 4],
    [75, 5],
    [74, 6],
    [0, 6],
  ])('%i%% is step %i', (percent, step) => expect(attendanceStep(percent)).toBe(step));

  it('says in each cell the share, and in its tip how it comes about', () => {
    const { text } = chartAttendance([
      session({ attended: 612, authorised: 24, unauthorised: 9, notPossible: 3, unknown: 2 }),
    ]);
    expect(text).toContain(
      '<td class="cell s1" title="Monday 7 September 2026 AM: 94.8%, 612 of 645 attended; 24 authorised, 9 unauthorised, 3 not possible, 2 without a mark that counts">94</td>',
    );
    expect(text).toContain('<b>94.8%</b> of 645 possible sessions attended');
    expect(text.match(/<td class="cell none"><\/td>/g)).toHaveLength(9);
  });

  it('has no share where no session was possible, and names what there was', () => {
    const { text } = chartAttendance([session({ notPossible: 40 })]);
    expect(text).toContain(
      'title="Monday 7 September 2026 AM: no possible sessions; 40 not possible">–</td>',
    );
    expect(text).toContain('<b>–</b> of no possible sessions');
    expect(chartAttendance([]).text).toContain('There are no session marks');
  });

  it('has a table for each academic year, the latest first, and weekends only where there is something', () => {
    const { text } = chartAttendance([
      session({ week: '2025-09-08', attended: 1 }),
      session({ week: '2026-09-07', attended: 1, weekday: 6 }),
      session({ week: '2026-08-31', attended: 1, weekday: 3 }),
    ]);
    expect(
      [...text.matchAll(/<caption class="hidden-text">Attendance (\S+)/g)].map(([, year]) => year),
    ).toEqual(['2026/27', '2025/26']);
    expect(text.match(/<abbr title="Saturday">/g)).toHaveLength(2);
    expect(text).not.toContain('Sunday');
  });

  it('sums weeks up', () => {
    const sessions = sampleSessions(0);
    const { text } = chartAttendance(sessions);
    const second = sessions.filter(({ week }) => week === '2025-09-08');
    const attended = second.reduce((sum, own) => sum + own.attended, 0).toLocaleString('en-GB');
    expect(text).toContain(`<th scope="row">8 September 2025</th><td class="number">${attended}</td>`);
  });
});

describe('the comparison', () => {
  const titleOf = (code: string) => (code === '1510' ? 'Wrong letter' : undefined);

  it('says what is new, still there and fixed, by code, and what was not compared', () => {
    const { text } = comparison(figures.comparison, '0', titleOf);
    expect(text).toContain('<b>school-1-june.xml</b>, checked on 12 June 2026 at 15:00 BST');
    expect(text).toContain('<dt>Fixed</dt><dd>17</dd>');
    expect(text).toContain('Wrong letter');
    expect(text).toContain('exclusion-without-reason');
    expect(filtersOf(text).slice(0, 2)).toEqual([
      { status: 'new', file: '0' },
      { status: 'still', file: '0' },
    ]);
  });

  it('says so when there was nothing to compare with', () => {
    expect(comparison(null, '', titleOf).text).toContain('no earlier check');
    expect(comparisonOfAll([{ ...figures, comparison: null }]).text).toContain('no earlier check');
  });

  it('sums files up, and says how many had none', () => {
    const { text } = comparisonOfAll([figures, figures, { ...figures, comparison: null }]);
    expect(text).toContain('2 of 3 files are compared');
    expect(text).toContain('<dt>Fixed</dt><dd>34</dd>');
    expect(text).toContain('Without an earlier file to compare with: 1.');
    expect(comparisonOfAll([figures, figures]).text).toContain('Each file is compared');
  });
});
