import { expect, it } from 'vitest';
import { mergeFigures } from './merged-figures.js';
import { sampleRun } from './testing/sample-run.js';

const [one, two] = sampleRun({ files: 2, issues: 60 }).files.map(({ figures }) => figures);

it('sums files up', () => {
  const all = mergeFigures([one!, two!]);
  expect(all.records).toBe(one!.records + two!.records);
  expect(all.pupils).toBe(one!.pupils + two!.pupils);
  expect(all.issues.query).toBe(one!.issues.query + two!.issues.query);
  expect(all.byCode.find(({ code }) => code === '1500')?.count).toBe(
    one!.byCode
      .concat(two!.byCode)
      .filter(({ code }) => code === '1500')
      .reduce((sum, { count }) => sum + count, 0),
  );
  expect(all.byYearGroup.map(({ yearGroup }) => yearGroup)).toEqual(
    one!.byYearGroup.map(({ yearGroup }) => yearGroup),
  );
  expect(all.byMonth.map(({ month }) => month)).toEqual([...all.byMonth.map(({ month }) => month)].sort());
  expect(all.attendance).toHaveLength(one!.attendance.length);
  for (const part of ['attended', 'authorised', 'unauthorised', 'notPossible', 'unknown'] as const)
    expect(all.attendance[0]![part]).toBe(one!.attendance[0]![part] + two!.attendance[0]![part]);
});

it('has the worse severity of a code, the worst first, then the most frequent, then by code', () => {
  const code = { message: 'm', help: 'h', pupils: 1 };
  const all = mergeFigures([
    {
      ...one!,
      byCode: [
        { ...code, code: 'x', severity: 'info', count: 9 },
        { ...code, code: 'c', severity: 'query', count: 2 },
      ],
    },
    {
      ...two!,
      byCode: [
        { ...code, code: 'x', severity: 'error', count: 1 },
        { ...code, code: 'b', severity: 'query', count: 2 },
        { ...code, code: 'a', severity: 'query', count: 5 },
      ],
    },
  ]);
  expect(all.byCode.map(({ code: own, severity, count, pupils }) => [own, severity, count, pupils])).toEqual([
    ['x', 'error', 10, 2],
    ['a', 'query', 5, 1],
    ['b', 'query', 2, 1],
    ['c', 'query', 2, 1],
  ]);
});

it('has a year group that one file alone has, in its place', () => {
  const none = { error: 0, query: 0, info: 0 };
  const years = (...names: (string | null)[]) =>
    names.map((yearGroup) => ({ yearGroup, pupils: 1, issues: none }));
  const all = mergeFigures([
    { ...one!, byYearGroup: years('1', '10', null) },
    { ...two!, byYearGroup: years('N1', 'R', '9') },
  ]);
  expect(all.byYearGroup.map(({ yearGroup }) => yearGroup)).toEqual(['N1', 'R', '1', '9', '10', null]);
});
