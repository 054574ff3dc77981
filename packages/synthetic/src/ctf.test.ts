import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanonicalRecord } from '@rollbook/model';
import { type CtfHeader, ctfParser } from '@rollbook/parser-ctf';
import { collect, openSource } from '@rollbook/parser-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticCtf, writeSyntheticCtf } from './ctf.js';
import { createSchool } from './school.js';

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

/** What a CTF has no element for, and where a record came from. */
const NOT_CARRIED: Record<string, readonly string[]> = {
  enrolment: ['registrationGroup', 'house', 'admissionNumber', 'boarder', 'partTime'],
  contact: ['livesWithPupil'],
};

/** Records by kind and key, without what a CTF can't carry. */
function carried(records: Iterable<CanonicalRecord>): Map<string, unknown> {
  const byKey = new Map<string, unknown>();
  for (const record of records) {
    const left = ['provenance', 'sent', ...(NOT_CARRIED[record.kind] ?? [])];
    const fields = Object.entries(record).filter(([field]) => !left.includes(field));
    byKey.set(`${record.kind} ${record.key}`, Object.fromEntries(fields));
  }
  return byKey;
}

describe('syntheticCtf', () => {
  const options = { seed: 8, pupils: 150 };

  it('reads back as the records it was made from, without an issue', async () => {
    const file = Buffer.from(await text(syntheticCtf(options)));
    let header: CtfHeader | undefined;
    const { records, issues } = await collect(
      ctfParser.parse(await openSource(file), { onHeader: (found) => (header = found) }),
    );
    expect(issues).toEqual([]);
    expect(header).toMatchObject({
      version: '25.0',
      documentQualifier: 'full',
      supplierId: 'Rollbook synthetic',
    });
    const expected = carried(createSchool(options).records());
    const found = carried(records.filter((record) => record.kind !== 'school'));
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [key, fields] of expected) expect(found.get(key)).toEqual(fields);
  });

  it.each([
    ['15.0', 'Gender'],
    ['25.0', 'Sex'],
  ])('writes version %s with %s', async (version, element) => {
    const xml = await text(syntheticCtf({ ...options, version, root: 'CTFile' }));
    expect(xml).toContain(`<CTFversion>${version}</CTFversion>`);
    expect(xml).toContain(`<${element}>`);
    expect(xml).toContain('<CTFile>');
  });

  it('takes a school in place of options', async () => {
    const school = createSchool(options);
    expect(await text(syntheticCtf(school))).toBe(await text(syntheticCtf(options)));
    expect(await text(syntheticCtf(school, { version: '15.0' }))).toContain('<CTFversion>15.0</CTFversion>');
  });

  it('leaves out elements that nothing confirms when asked to', async () => {
    expect(await text(syntheticCtf(options))).toContain('<ServiceChild>');
    expect(await text(syntheticCtf({ ...options, includeUnconfirmed: false }))).not.toContain(
      '<ServiceChild>',
    );
  });

  it('carries faults, so that a file has something to find', async () => {
    const file = Buffer.from(await text(syntheticCtf({ ...options, faults: { rate: 1 } })));
    const { records } = await collect(ctfParser.parse(await openSource(file)));
    expect(
      records.filter((record) => record.kind === 'pupil' && record.surname === undefined),
    ).not.toHaveLength(0);
  });
});

describe('writeSyntheticCtf', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-synthetic-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes the same bytes each time, about 4.5 KB a pupil, in UTF-8', async () => {
    const [first, second] = [join(folder, 'a.xml'), join(folder, 'b.xml')];
    const size = await writeSyntheticCtf(first, { seed: 1, pupils: 600 });
    await writeSyntheticCtf(second, { seed: 1, pupils: 600 });
    expect((await stat(first)).size).toBe(size);
    // Compared as wholes: toEqual would look at each of millions of bytes
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    expect(size / 600).toBeGreaterThan(4_000);
    expect(size / 600).toBeLessThan(5_000);
    expect(await readFile(first, 'utf8')).toContain('Łukasz');
  });

  it('refuses wrong options before it touches the file', async () => {
    const path = join(folder, 'never.xml');
    await expect(writeSyntheticCtf(path, { seed: 1, pupils: 0 })).rejects.toThrow(RangeError);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});
