import { type Issue, type Item, issueSchema } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fileRule, pupilRule, recordRule } from './rule.js';
import { byDefinition } from './sources.js';
import { aMark, anEnrolment, aPupil, AS_OF, provenance, UPN } from './testing/samples.js';
import { createValidator } from './validator.js';

const about = { title: 'Broken', severity: 'query', help: 'Mend it.', source: byDefinition('test') } as const;

const everyMark = recordRule({
  ...about,
  code: 'every-mark',
  kinds: ['attendance-mark'],
  fields: ['code'],
  broken: () => true,
});

/** Names the pupil record and how many marks stand with it. */
const countMarks = pupilRule({
  ...about,
  code: 'count-marks',
  kinds: ['pupil', 'attendance-mark'],
  fields: ['key'],
  broken: (group) =>
    group.pupil && { record: group.pupil, value: String(group.of('attendance-mark').length) },
});

const parserIssue: Issue = {
  code: 'ctf-date-unreadable',
  severity: 'query',
  message: 'Date can’t be read',
  place: {},
  help: 'Ask the school.',
};

const other = aPupil({ key: 'upn:other', upn: undefined });
const otherMark = aMark({ pupilKey: 'upn:other', key: 'other-mark' });

describe('createValidator', () => {
  it('makes issues that fit the schema and say where, what and about which record', () => {
    const { checkBatch } = createValidator({ rules: [everyMark], asOf: AS_OF });
    const [issue] = checkBatch([aPupil(), aMark()]);
    expect(issueSchema.parse(issue)).toEqual({
      code: 'every-mark',
      severity: 'query',
      message: 'Broken',
      place: { line: 12 },
      field: 'code',
      value: '/',
      help: 'Mend it.',
      record: { kind: 'attendance-mark', key: 'mark', pupilKey: `upn:${UPN}` },
    });
  });

  it('gives the value as it was sent where that differs', () => {
    const { checkBatch } = createValidator({ rules: [everyMark], asOf: AS_OF });
    expect(checkBatch([aMark({ sent: { code: 'Present' } })])[0]?.value).toBe('Present');
  });

  it('puts issues of a record behind it and those of a pupil behind its last record', () => {
    const { placeIssues } = createValidator({ rules: [everyMark, countMarks], asOf: AS_OF });
    const batch: Item[] = [aPupil(), parserIssue, aMark(), aMark(), parserIssue, other, otherMark];
    expect(placeIssues(batch).map(({ after, issue }) => [after, issue.code, issue.value])).toEqual([
      [2, 'every-mark', '/'],
      [3, 'every-mark', '/'],
      [3, 'count-marks', '2'],
      [6, 'every-mark', '/'],
      [6, 'count-marks', '1'],
    ]);
  });

  it('holds pupils apart who have the same key at two schools', () => {
    const { checkBatch } = createValidator({ rules: [countMarks], asOf: AS_OF });
    const issues = checkBatch([aPupil(), aMark(), aPupil({ school: '8564002' }), aMark(), aMark()]);
    expect(issues.map(({ value }) => value)).toEqual(['1', '2']);
  });

  it('does not take a school that stands among a pupil’s records for another pupil', () => {
    const { checkBatch } = createValidator({ rules: [countMarks], asOf: AS_OF });
    const school = { kind: 'school', key: 'laestab:8564002', provenance } as const;
    expect(checkBatch([aPupil(), aMark(), school, aMark()]).map(({ value }) => value)).toEqual(['2']);
  });

  it('keeps records of a pupil whom the file does not describe with no one else', () => {
    const { checkBatch } = createValidator({ rules: [countMarks], asOf: AS_OF });
    expect(checkBatch([aPupil(), aMark(), otherMark]).map(({ value }) => value)).toEqual(['1']);
  });

  it('does not carry a pupil into the next batch', () => {
    const { checkBatch } = createValidator({ rules: [countMarks], asOf: AS_OF });
    expect(checkBatch([aPupil(), aMark()])).toHaveLength(1);
    expect(checkBatch([other, otherMark]).map(({ record }) => record?.key)).toEqual(['upn:other']);
  });

  it('gives each file a memory of its own', () => {
    const first = fileRule({
      ...about,
      code: 'second-pupil',
      kinds: ['pupil'],
      fields: ['key'],
      begin: () => {
        let seen = 0;
        return { see: () => ++seen === 2, end: () => seen === 0 };
      },
    });
    const one = createValidator({ rules: [first], asOf: AS_OF });
    const two = createValidator({ rules: [first], asOf: AS_OF });
    expect([...one.checkBatch([aPupil()]), ...two.checkBatch([aPupil()])]).toEqual([]);
    expect(one.checkBatch([other])).toHaveLength(1);
    expect(one.finish()).toEqual([]);
    const empty = createValidator({ rules: [first], asOf: AS_OF });
    expect(empty.finish()).toEqual([
      { code: 'second-pupil', severity: 'query', message: 'Broken', place: {}, help: 'Mend it.' },
    ]);
  });

  it('judges by the day it is given', () => {
    const issues = (asOf: string) => createValidator({ asOf }).checkBatch([aPupil(), anEnrolment()]);
    expect(issues(AS_OF)).toEqual([]);
    expect(issues('2010-01-01').map(({ code }) => code)).toContain('birth-date-future');
    expect(issues('2027-10-01').map(({ code }) => code)).toEqual(['year-group-age']);
  });

  it('leaves out rules that are not in force', () => {
    const codes = (asOf: string) => {
      const rules = [
        { ...everyMark, code: 'year', validFrom: 2024, validTo: 2025 },
        { ...everyMark, code: 'day', validFrom: '2024-08-19' },
      ];
      return createValidator({ rules, asOf })
        .checkBatch([aMark()])
        .map(({ code }) => code);
    };
    expect(codes('2024-08-18')).toEqual([]);
    expect(codes('2024-08-31')).toEqual(['day']);
    expect(codes('2024-09-01')).toEqual(['year', 'day']);
    expect(codes('2026-08-31')).toEqual(['year', 'day']);
    expect(codes('2026-09-01')).toEqual(['day']);
  });

  it('takes another severity for a rule, or leaves it out', () => {
    const run = (severity: 'error' | 'off') =>
      createValidator({ rules: [everyMark], asOf: AS_OF, severities: { 'every-mark': severity } }).checkBatch(
        [aMark()],
      );
    expect(run('error').map(({ severity }) => severity)).toEqual(['error']);
    expect(run('off')).toEqual([]);
  });

  it('does not let a finding be worse than its rule', () => {
    const rule = recordRule({ ...everyMark, severity: 'info', broken: () => ({ severity: 'error' }) });
    expect(createValidator({ rules: [rule] }).checkBatch([aMark()])[0]?.severity).toBe('info');
  });

  it('refuses what the caller did wrong', () => {
    expect(() => createValidator({ asOf: '1 October 2026' })).toThrow(RangeError);
    expect(() => createValidator({ rules: [everyMark, everyMark] })).toThrow(
      'two rules have the code every-mark',
    );
    expect(() => createValidator({ severities: { '9999': 'off' } })).toThrow(RangeError);
    const done = createValidator();
    done.finish();
    expect(() => done.checkBatch([])).toThrow('finished');
    expect(() => done.finish()).toThrow('finished');
  });
});
