import {
  academicYearOf,
  attendanceCodes,
  attendanceCount,
  type CanonicalRecord,
  canonicalRecordSchema,
  epochDay,
  exclusionCategories,
  exclusionReasons,
} from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { isoDay } from './days.js';
import type { SchoolOptions } from './options.js';
import { compulsoryFrom } from './register.js';
import { createSchool, type SyntheticPupil } from './school.js';
import { schoolDays } from './school-calendar.js';

const DATE = '2026-11-20';
const YEAR = { from: '2025-11-20', to: '2026-11-19' };

function ofKind<K extends CanonicalRecord['kind']>(
  { records }: SyntheticPupil,
  kind: K,
): Extract<CanonicalRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<CanonicalRecord, { kind: K }> => record.kind === kind);
}

function pupilsOf(options: Partial<SchoolOptions>): SyntheticPupil[] {
  return [...createSchool({ seed: 11, pupils: 400, date: DATE, ...options }).pupils()];
}

describe('attendance', () => {
  const open = new Set([2025, 2026].flatMap(schoolDays).filter((day) => YEAR.from <= day && day <= YEAR.to));

  it('adds marks for both sessions of every school day on roll, in order', () => {
    for (const pupil of pupilsOf({ attendance: YEAR })) {
      const { entryDate } = ofKind(pupil, 'enrolment').find(({ current }) => current)!;
      const expected = [...open].filter((day) => day >= entryDate!);
      const marks = ofKind(pupil, 'attendance-mark');
      expect(marks.map(({ date, session }) => date + session).join()).toBe(
        expected.flatMap((day) => [`${day}AM`, `${day}PM`]).join(),
      );
    }
  });

  it('leaves every other record as it is without, but for sums of the years it reaches into', () => {
    const plain = pupilsOf({});
    const marked = pupilsOf({ attendance: YEAR, exclusions: true });
    const others = ({ records }: SyntheticPupil) =>
      records.filter(({ kind }) => !['attendance-mark', 'attendance-summary', 'exclusion'].includes(kind));
    expect(marked.map(others)).toEqual(plain.map(others));
    for (const [index, pupil] of marked.entries()) {
      const kept = ofKind(pupil, 'attendance-summary').filter(({ startDate }) => startDate === undefined);
      expect(ofKind(plain[index]!, 'attendance-summary')).toEqual(expect.arrayContaining(kept));
    }
  });

  it('comes last, behind exclusions, the pupil first', () => {
    for (const { pupil, records } of pupilsOf({ attendance: YEAR, exclusions: true, pupils: 100 })) {
      expect(records[0]).toBe(pupil);
      const rank = ({ kind }: CanonicalRecord) =>
        kind === 'attendance-mark' ? 2 : kind === 'exclusion' ? 1 : 0;
      const ranks = records.map(rank);
      expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
    }
  });

  it.each([
    ['now', DATE, YEAR],
    ['over the change of codes', '2024-11-20', { from: '2023-11-20', to: '2024-11-19' }],
    ['long ago', '2015-09-01', { from: '2013-09-01', to: '2015-07-24' }],
  ])('has codes valid on the day, %s', (_name, date, attendance) => {
    const codes = new Set<string>();
    for (const pupil of pupilsOf({ date, attendance, exclusions: true, pupils: 500 })) {
      const marks = ofKind(pupil, 'attendance-mark');
      for (const record of [...marks.slice(0, 20), ...ofKind(pupil, 'exclusion')]) {
        expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
      }
      for (const { code, date: day, session, minutesLate } of marks) {
        codes.add(code);
        const sound =
          attendanceCodes.has(code, day) &&
          (minutesLate === undefined || code === 'L' || code === 'U') &&
          (code !== '/' || session === 'AM') &&
          (code !== '\\' || session === 'PM');
        if (!sound) throw new Error(`${code} on ${day} ${session}`);
      }
    }
    expect([...codes]).toEqual(
      expect.arrayContaining([
        '/',
        '\\',
        'I',
        'L',
        'U',
        'O',
        'M',
        'G',
        'C',
        'N',
        'R',
        'D',
        'V',
        'P',
        'W',
        'B',
        'X',
        '-',
        'S',
      ]),
    );
  });

  it('gives sums that are those of the marks, and only one for a year at this school', () => {
    for (const pupil of pupilsOf({ attendance: YEAR, exclusions: true })) {
      const marks = ofKind(pupil, 'attendance-mark');
      const own = ofKind(pupil, 'attendance-summary').filter(({ attended }) => attended === undefined);
      expect(new Set(own.map(({ academicYear }) => academicYear)).size).toBe(own.length);
      for (const year of new Set(marks.map(({ date }) => academicYearOf(date)))) {
        const sums = own.find(({ academicYear }) => academicYear === year)!;
        const ofYear = marks.filter(({ date }) => academicYearOf(date) === year);
        const count = (kind: string) =>
          ofYear.filter(({ code, date }) => attendanceCount(code, date) === kind).length;
        expect(sums).toMatchObject({
          startDate: ofYear[0]!.date,
          endDate: ofYear.at(-1)!.date,
          sessionsPossible: count('attended') + count('authorised') + count('unauthorised'),
          sessionsAttended: count('attended'),
          sessionsAuthorised: count('authorised'),
          sessionsUnauthorised: count('unauthorised'),
          sessionsLate: ofYear.filter(({ code }) => code === 'L' || code === 'U').length,
        });
        const exceptional = ofYear.filter(({ code }) => /^[QY]/.test(code)).length;
        expect(sums.sessionsExceptional).toBe(exceptional === 0 ? undefined : exceptional);
      }
    }
  });

  it('looks like England: about 93 % present, a fifth persistently absent, illness in runs of days', () => {
    let attended = 0;
    let possible = 0;
    let unauthorised = 0;
    let persistent = 0;
    let ill = 0;
    let runs = 0;
    const pupils = pupilsOf({ attendance: { from: '2025-09-01', to: '2026-07-31' }, pupils: 2_000 });
    let whole = 0;
    for (const pupil of pupils) {
      const marks = ofKind(pupil, 'attendance-mark');
      marks.forEach(({ code }, index) => {
        if (code !== 'I') return;
        ill++;
        if (marks[index - 1]?.code !== 'I') runs++;
      });
      const sums = ofKind(pupil, 'attendance-summary').find(({ startDate }) => startDate !== undefined);
      if (sums === undefined || sums.sessionsPossible! < 300) continue;
      whole++;
      attended += sums.sessionsAttended!;
      possible += sums.sessionsPossible!;
      unauthorised += sums.sessionsUnauthorised!;
      if (sums.sessionsAttended! <= 0.9 * sums.sessionsPossible!) persistent++;
    }
    expect(attended / possible).toBeGreaterThan(0.92);
    expect(attended / possible).toBeLessThan(0.94);
    expect(unauthorised / possible).toBeGreaterThan(0.01);
    expect(unauthorised / possible).toBeLessThan(0.03);
    expect(persistent / whole).toBeGreaterThan(0.14);
    expect(persistent / whole).toBeLessThan(0.28);
    expect(ill / runs).toBeGreaterThan(2.5);
    expect(ill / runs).toBeLessThan(5);
  });

  it('closes the whole school at once, when snow falls', () => {
    const days = new Map<string, number>();
    const pupils = pupilsOf({
      attendance: { from: '2016-09-01', to: '2026-07-31' },
      pupils: 60,
      phase: 'primary',
    });
    let most = 0;
    for (const pupil of pupils) {
      for (const { code, date } of ofKind(pupil, 'attendance-mark')) {
        if (code === 'Y4' || (code === 'Y' && date.slice(5, 7) < '04'))
          days.set(date, (days.get(date) ?? 0) + 1);
        most = Math.max(most, days.get(date) ?? 0);
      }
    }
    expect(most).toBeGreaterThan(10);
  });

  it.each([
    ['2021-09-01', '2027-01-01'],
    ['2021-12-31', '2027-01-01'],
    ['2022-01-01', '2027-04-01'],
    ['2022-03-31', '2027-04-01'],
    ['2022-04-01', '2027-09-01'],
    ['2022-08-31', '2027-09-01'],
  ])('a child born on %s is of compulsory school age from %s', (birth, from) => {
    expect(isoDay(compulsoryFrom(epochDay(birth)))).toBe(from);
  });

  it.each([
    ['a day that is none', { from: '2026-02-30', to: '2026-03-31' }],
    ['days the wrong way round', { from: '2026-04-01', to: '2026-03-31' }],
    ['the future', { from: '2026-04-01', to: '2026-11-21' }],
    ['codes not known', { from: '2013-08-31', to: '2026-03-31' }],
  ])('refuses %s', (_name, attendance) => {
    expect(() => createSchool({ seed: 1, pupils: 1, date: DATE, attendance })).toThrow(RangeError);
  });
});

describe('exclusions', () => {
  const share = (pupils: readonly SyntheticPupil[]) =>
    pupils.filter((pupil) => ofKind(pupil, 'exclusion').length > 0).length / pupils.length;
  const secondary = pupilsOf({ exclusions: true, pupils: 6_000, phase: 'secondary' });
  const primary = pupilsOf({ exclusions: true, pupils: 6_000, phase: 'primary' });

  it('happen to about 3 in 100 at secondary schools, 1 in 200 at primary schools, hardly to infants', () => {
    expect(share(secondary)).toBeGreaterThan(0.022);
    expect(share(secondary)).toBeLessThan(0.036);
    expect(share(primary)).toBeGreaterThan(0.0025);
    expect(share(primary)).toBeLessThan(0.008);
    const infants = primary.filter((pupil) => ['R', '1'].includes(ofKind(pupil, 'enrolment')[0]!.yearGroup!));
    expect(share(infants)).toBeLessThan(0.002);
  });

  it('are suspensions mostly', () => {
    const all = secondary.flatMap((pupil) => ofKind(pupil, 'exclusion'));
    const of = (code: string) => all.filter(({ category }) => category === code).length / all.length;
    expect(of('SUSP')).toBeGreaterThan(0.93);
    expect(of('PERM')).toBeGreaterThan(0);
    expect(of('PERM')).toBeLessThan(0.02);
    expect(of('LNCH')).toBeGreaterThan(0);
    expect(of('SUSP') + of('PERM') + of('LNCH')).toBe(1);
  });

  it('agree with the calendar: sessions, term, school year, limit', () => {
    const sessions = [2025, 2026].flatMap(schoolDays).flatMap((day) => [`${day}AM`, `${day}PM`]);
    const terms = new Set<string>();
    for (const pupil of [...secondary, ...primary]) {
      const sums = new Map<number, number>();
      let last = '';
      for (const exclusion of ofKind(pupil, 'exclusion')) {
        const { category, startDate, startSession, endDate, endSession, reasons, term } = exclusion;
        expect(startDate! >= '2025-11-20' && startDate! <= DATE).toBe(true);
        expect(startDate! > last).toBe(true);
        last = endDate ?? startDate!;
        expect(exclusion.academicYear).toBe(academicYearOf(startDate!));
        const month = Number(startDate!.slice(5, 7));
        if (month >= 9) expect(term).toBe('AUT');
        if (month <= 3) expect(term).not.toBe('AUT');
        if (month >= 5 && month <= 8) expect(term).toBe('SUM');
        terms.add(term!);
        expect(reasons!.length >= 1 && reasons!.length <= 3).toBe(true);
        expect(new Set(reasons).size).toBe(reasons!.length);
        for (const reason of reasons!) expect(exclusionReasons.has(reason, startDate)).toBe(true);
        if (category === 'SUSP') {
          const first = sessions.indexOf(startDate! + startSession!);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(sessions.indexOf(endDate! + endSession!) - first + 1).toBe(exclusion.sessions);
          sums.set(exclusion.academicYear!, (sums.get(exclusion.academicYear!) ?? 0) + exclusion.sessions!);
        } else if (category === 'LNCH') {
          const days = [2025, 2026].flatMap(schoolDays);
          expect(days.indexOf(endDate!) - days.indexOf(startDate!) + 1).toBe(exclusion.sessions);
        } else expect([category, endDate, exclusion.sessions]).toEqual(['PERM', undefined, undefined]);
      }
      for (const sum of sums.values()) expect(sum).toBeLessThanOrEqual(90);
    }
    expect([...terms].sort()).toEqual(['AUT', 'SPR', 'SUM']);
  });

  it.each([
    ['2019-07-01', 'FIXD'],
    ['2021-08-31', 'FIXD'],
    ['2025-07-01', 'SUSP'],
  ])('up to %s are called %s', (date, category) => {
    const all = pupilsOf({ exclusions: true, date, pupils: 1_500, phase: 'secondary' }).flatMap((pupil) =>
      ofKind(pupil, 'exclusion'),
    );
    expect(all.map((exclusion) => exclusion.category)).toContain(category);
    for (const { startDate, category: found, reasons } of all) {
      expect(exclusionCategories.has(found!, startDate)).toBe(true);
      for (const reason of reasons!) expect(exclusionReasons.has(reason, startDate)).toBe(true);
    }
  });

  it('are marked E from start to end, and nothing else is', () => {
    let marked = 0;
    for (const pupil of pupilsOf({ exclusions: true, attendance: YEAR, pupils: 1_500, phase: 'secondary' })) {
      const suspended = ofKind(pupil, 'exclusion').filter(({ category }) => category !== 'LNCH');
      for (const { date, session, code } of ofKind(pupil, 'attendance-mark')) {
        const at = date + session;
        const inside = suspended.some(
          ({ startDate, startSession, endDate, endSession }) =>
            startDate! + startSession! <= at && (endDate === undefined || at <= endDate + endSession!),
        );
        if ((code === 'E') !== inside) throw new Error(`${code} on ${at}`);
        if (inside) marked++;
      }
      for (const { startDate } of suspended)
        expect(startDate! >= YEAR.from && startDate! <= YEAR.to).toBe(true);
    }
    expect(marked).toBeGreaterThan(50);
  });
});
