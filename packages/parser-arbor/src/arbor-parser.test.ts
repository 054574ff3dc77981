import { makeHead } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';
import { splitReasons } from './arbor-rows.js';
import { arborParser } from './index.js';

const school = '9998888';

describe('arborParser', () => {
  it('keeps pupils of two schools with one number apart, whatever the order of the columns', async () => {
    const { records } = await parseBytes(fixture('roll-call.csv'), { school });
    expect(records.filter(({ kind }) => kind === 'pupil').map(({ key }) => key)).toEqual([
      'id:uk_example_999001-12',
      'id:uk_example_999001-13',
      'id:uk_example_999002-13',
    ]);
    const text =
      'APPLICATION_ID,STUDENT_ID,LEGAL_LAST_NAME,LEGAL_FIRST_NAME\na,1,Test,Ann\nb,1,Test,Bo\nb,,Test,Cy\n';
    const without = await parseBytes(Buffer.from(text), { school });
    expect(without.records.map(({ key }) => key)).toEqual(['id:a 1', 'id:b 1', 'name:test|cy||']);
  });

  it('reads no internal exclusion and no membership as a statutory record', async () => {
    for (const name of ['internal-exclusions.csv', 'memberships.csv']) {
      const { records } = await parseBytes(fixture(name), { school });
      expect(records.map(({ kind }) => kind)).toEqual(['pupil']);
    }
  });

  it('reads a table the same as CSV and as JSON', async () => {
    const csv = await parseBytes(fixture('suspensions.csv'), { school });
    const [header = '', ...lines] = fixture('suspensions.csv').toString().trim().split('\n');
    const names = header.split(',');
    const rows = lines
      .filter((line) => !line.includes('"'))
      .map((line) =>
        Object.fromEntries(
          line
            .split(',')
            .map((cell, i): [string, string | null] => [names[i] ?? '', cell === '' ? null : cell]),
        ),
      );
    const json = await parseBytes(Buffer.from(JSON.stringify(rows)), { school });
    const bare = (records: readonly object[]) =>
      records
        .filter((record) => 'kind' in record && record.kind === 'exclusion')
        .map((record) => ({ ...record, provenance: undefined, extensions: undefined }));
    expect(bare(json.records)).toHaveLength(2);
    expect(bare(csv.records)).toEqual(expect.arrayContaining(bare(json.records)));
  });

  it('reads the same however the objects are cut, with members that come late', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      STUDENT_UNIQUE_ID: `x-${i % 60}`,
      APPLICATION_ID: 'x',
      LEGAL_LAST_NAME: 'Test',
      ...(i > 70 ? { CURRENT_YEAR_GROUP: 'Year 3' } : {}),
      ...(i % 7 === 0 ? { [`OWN_${i}`]: 'a' } : {}),
    }));
    const { records, issues } = await parseBytes(Buffer.from(JSON.stringify(rows)), { school });
    expect(records.filter(({ kind }) => kind === 'enrolment')).toHaveLength(49);
    const own = issues.filter(({ code }) => code === 'arbor-column-unknown').map(({ field }) => field);
    expect(own).toEqual(rows.flatMap((_, i) => (i % 7 === 0 ? [`OWN_${i}`] : [])));
  });

  it('keeps members beyond a thousand together', async () => {
    const members = Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`m${i}`, i]));
    const rows = [{ APPLICATION_ID: 'x', STUDENT_UNIQUE_ID: 'x-1', ...members }];
    const { records } = await parseBytes(Buffer.from(JSON.stringify(rows)), { school });
    expect(records[0]!.extensions!.m0).toBe('0');
    expect(records[0]!.extensions!['more members']).toContain('m1499: 1499');
  });

  it('refuses JSON that is cut short, and a school that is none', async () => {
    await expect(parseBytes(fixture('tables.json').subarray(0, 900))).rejects.toMatchObject({
      code: 'json-truncated',
    });
    await expect(parseBytes(fixture('tables.json'), { school: '12' })).rejects.toThrow(RangeError);
  });

  it('divides reasons, but not one with a comma of its own', () => {
    expect(splitReasons('PP')).toEqual(['PP']);
    expect(splitReasons('["PP", "DB"]')).toEqual(['PP', 'DB']);
    expect(splitReasons('Bullying; Racist abuse')).toEqual(['Bullying', 'Racist abuse']);
    expect(splitReasons('Setting fires, often')).toEqual(['Setting fires, often']);
    expect(splitReasons(' ')).toEqual([]);
  });

  it.each([
    ['students.csv', 0.98, 'BI Connector'],
    ['suspensions.csv', 0.98, 'exclusions'],
    ['roll-call.csv', 0.98, 'attendance'],
    ['report-students.csv', 0.9, 'Arbor Student ID'],
    ['tables.json', 0.98, 'JSON'],
    ['rest-student.json', 0.98, 'REST'],
    ['graphql.json', 0.7, 'GraphQL'],
    ['data-export.json', 0.9, 'Arbor Student ID'],
  ])('knows %s', (name, confidence, reason) => {
    const detection = arborParser.detect(makeHead(fixture(name)));
    expect(detection?.confidence).toBe(confidence);
    expect(detection?.reason).toContain(reason);
  });
});
